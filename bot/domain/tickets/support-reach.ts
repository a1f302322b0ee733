/** Whether anybody sees the requests of a tenant: in a support channel the bot is in, or in a mailbox that mails are sent to. */
export type Heard = (tenantId: string) => Promise<boolean>;
