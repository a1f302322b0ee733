import net from 'node:net';

/*
 * Runs inside the Playground's process, before it. The Playground has no setting for either:
 * - It would listen on every interface and pass on to the bot, from this machine, whatever anybody on the network sends
 *   it; that would undo the bot's own restriction to this machine. Here, what names no host listens on loopback.
 * - It would go on when the bot is killed. The pipe from the bot ends with it, whatever the way.
 */
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function onLoopback(this: net.Server, ...given: unknown[]) {
  const [port, ...rest] = given;
  const bare = typeof port === 'number' && typeof rest[0] !== 'string';
  return Reflect.apply(listen, this, bare ? [port, '127.0.0.1', ...rest] : given);
};

process.stdin.on('close', () => process.exit()).resume();
