import { z } from 'zod';

/**
 * The parts of an activity that this bot and the bot SDK rely on; others pass through as they are. Sources of the
 * lengths: ids seen from Teams stay under 300 characters, a message under 28 KB; these are generous to both.
 */
const id = z
  .string()
  .min(1)
  .max(1_024)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keeping control characters out is what it is for
  .regex(/^[^\u0000-\u001f\u007f]+$/);
const short = z.string().max(1_024);

/** Channels write null for what they don't have; the SDK looks for undefined. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const account = z.looseObject({ id, name: maybe(short), aadObjectId: maybe(z.string().max(128)), role: maybe(short) });

/** Plain characters only, so that every URL parser on the way reads the same host in it. */
const serviceUrl = z
  .string()
  .max(1_024)
  .regex(/^https?:\/\/[a-z0-9.:[\]-]+(\/[\w.~/%-]*)?$/i)
  .refine((url) => URL.canParse(url));

const moment = z
  .string()
  .max(64)
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()));

/** The SDK calls `type.toLowerCase()` of each entity and reads `mentioned.id` of each mention. */
const entity = z
  .looseObject({ type: short })
  .refine((one) => one.type.toLowerCase() !== 'mention' || mention.safeParse(one).success);
const mention = z.looseObject({ mentioned: z.looseObject({ id }), text: maybe(z.string().max(4_096)) });

const channelData = z.looseObject({
  tenant: maybe(z.looseObject({ id: maybe(z.string().max(128)) })),
  eventType: maybe(short),
  team: maybe(z.looseObject({ id: maybe(short) })),
  channel: maybe(z.looseObject({ id: maybe(short) })),
});

/** The SDK reads `value` of every invoke as an object, and puts `action.type` of a pressed card button into a text. */
const cardPress = z.looseObject({
  action: z.looseObject({ type: maybe(short), verb: maybe(short), id: maybe(short) }),
});

function invokeFits(one: {
  readonly type: string;
  readonly name?: string | undefined;
  readonly value?: unknown;
}): boolean {
  if (one.type !== 'invoke') return true;
  const shape = one.name === 'adaptiveCard/action' ? cardPress : z.looseObject({}).nullish();
  return shape.safeParse(one.value).success;
}

/** Some come without a type, and none of them may keep the words from being heard. */
function attachmentIn(one: unknown): readonly { readonly contentType: string }[] {
  if (typeof one !== 'object' || one === null) return [];
  const { contentType } = one as { readonly contentType?: unknown };
  return [{ ...one, contentType: typeof contentType === 'string' ? contentType : '' }];
}

const fields = z.looseObject({
  type: z.string().min(1).max(64),
  id: maybe(id),
  channelId: z.string().min(1).max(64),
  serviceUrl,
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    name: maybe(short),
    tenantId: maybe(z.string().max(128)),
    conversationType: maybe(z.string().max(64)),
    isGroup: maybe(z.boolean()),
  }),
  channelData: maybe(channelData).transform((data) => data ?? channelData.parse({})),
  text: maybe(z.string().max(100_000)),
  textFormat: maybe(short),
  name: maybe(short),
  value: z.unknown().optional(),
  action: maybe(short),
  replyToId: maybe(id),
  deliveryMode: maybe(short),
  locale: maybe(z.string().max(64)),
  localTimezone: maybe(z.string().max(64)),
  timestamp: maybe(moment),
  localTimestamp: maybe(moment),
  expiration: maybe(moment),
  entities: maybe(z.array(entity).max(500)),
  attachments: maybe(z.array(z.unknown()).max(100)).transform((all) => all?.flatMap(attachmentIn)),
  membersAdded: maybe(z.array(account).max(1_000)),
  membersRemoved: maybe(z.array(account).max(1_000)),
  reactionsAdded: maybe(z.array(z.looseObject({ type: short })).max(100)),
  reactionsRemoved: maybe(z.array(z.looseObject({ type: short })).max(100)),
});

const activity = fields.refine(invokeFits);

/** An activity as it came in, its shape checked and its moments turned into dates the way the SDK does it. */
export type InboundActivity = z.output<typeof activity>;

/** Undefined when the body does not have the shape of an activity. */
export function activityFrom(body: Readonly<Record<string, unknown>>): InboundActivity | undefined {
  const result = activity.safeParse(body);
  if (!result.success) return undefined;
  const { timestamp, localTimestamp, expiration } = body;
  return {
    ...result.data,
    ...(result.data.type === 'invoke' && { value: result.data.value ?? {} }),
    ...(typeof timestamp === 'string' && { rawTimestamp: timestamp }),
    ...(typeof localTimestamp === 'string' && { rawLocalTimestamp: localTimestamp }),
    ...(typeof expiration === 'string' && { rawExpiration: expiration }),
  };
}

/** Tenants the activity names, in lower case and without repeats: none, one, or two that contradict each other. */
export function tenantsOf({ conversation, channelData }: InboundActivity): readonly string[] {
  const named = [conversation.tenantId, channelData.tenant?.id].flatMap((tenant) => tenant?.toLowerCase() || []);
  return [...new Set(named)];
}
