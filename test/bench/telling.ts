import type { News } from './child.ts';

/** Tells whoever started this process. */
export function tell(news: News): void {
  process.send?.(news);
}

/** Tells the port, and what it took to come so far; from then on what it uses when asked, and ends with the process that started this one. */
export function tellPort(port: number): void {
  process.on('message', () => tell({ kind: 'used', resident: process.memoryUsage.rss(), processor: processor() }));
  process.on('disconnect', () => process.exit());
  tell({ kind: 'listening', port, processor: processor() });
}

/** Milliseconds. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
