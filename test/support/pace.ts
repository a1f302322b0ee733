import type { Pace } from '../../bot/domain/ports/pace.ts';

/** For tests in which more happens in a minute than in a day of an organisation. */
export const anyPace: Pace = { enter: async () => ({ done: () => undefined }) };
