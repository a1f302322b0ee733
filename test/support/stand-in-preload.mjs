// For a process of its own: `NODE_OPTIONS=--import=…`, with the stand-ins in STAND_INS. The system's npm may run on an older
// Node, which has nothing to lead anywhere.
if (process.features.typescript) {
  const { leadHosts } = await import('./stand-in-hosts.ts');
  leadHosts(JSON.parse(process.env.STAND_INS ?? '{}'));
}
