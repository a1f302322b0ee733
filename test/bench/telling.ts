import type { News } from './child.ts';

/** Tells whoever started this process. */
export function tell(news: News): void {
  process.send?.(news);
}

/** Tells the port, and what it took to come so far; from then on the memory when asked, and ends with the process that started this one. */
export function tellPort(port: number): void {
  process.on('message', () => tell({ kind: 'memory', resident: process.memoryUsage.rss() }));
  process.on('disconnect', () => process.exit());
  const { user, system } = process.cpuUsage();
  tell({ kind: 'listening', port, processor: (user + system) / 1_000 });
}
