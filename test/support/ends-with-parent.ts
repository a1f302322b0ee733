/*
 * Preloaded (`--import`) into a process that is not to outlive the one that started it: the pipe from that ends with it,
 * whatever the way. As a kill would, in the middle of whatever it does.
 */
process.stdin.on('close', () => process.kill(process.pid, 'SIGKILL')).resume();
