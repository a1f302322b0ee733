import { plainText } from '../typed-text.ts';

/** Why a typed address can't be used. Each is a text key. */
export type EmailProblem =
  | 'email-missing'
  | 'email-unreadable'
  | 'email-name'
  | 'email-own-mailbox'
  | 'email-own-domain';

export type EmailReading = { readonly kind: 'email'; readonly address: string } | { readonly kind: EmailProblem };

/** RFC 5321 §4.5.3.1: local part 64, path 256 with its brackets. */
const longest = 254;
const localPart = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u;
const domainName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/u;

function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.。．｡-]+$/u.test(domain)) return undefined;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

/** The only address on a line, without what clings to it: "Kim Larsson <kim@example.com>;", "(kim@example.com)", a smiley. */
function addressWithin(written: string): string | undefined {
  if (written.length > 4 * longest || /[\n\r\u2028\u2029]/u.test(written) || written.split('@').length !== 2)
    return undefined;
  return clinging.exec(written)?.[1];
}

const clinging =
  /(?:^|[\s(<["'“”:])([\w!#$%&*+/=?^`{|}~-][\w.!#$%&'*+/=?^`{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}\p{M}]{2,24})(?=$|[\s)>\]"'“”;,!]|[.:?](?:\s|$)|\p{Extended_Pictographic})/u;

/** A mail program puts the name of somebody in place of their address when it is copied: "Kim Larsson". */
const nameAlone = /^\p{L}[\p{L}\p{M}'’.-]*(?:,? \p{L}[\p{L}\p{M}'’.-]*){1,5}$/u;

/**
 * Reads an e-mail address that can be opened without the password in question.
 * @param mailboxes addresses that belong to the account itself, the sign-in name among them
 * @param ownDomains the organisation's mail domains; their subdomains count too
 */
export function readEmail(typed: string, mailboxes: readonly string[], ownDomains: readonly string[]): EmailReading {
  const written = plainText(typed).trim();
  const plain = addressWithin(written) ?? written.replace(/^mailto:/iu, '').replace(/^<(.*)>$/u, '$1');
  if (plain === '') return { kind: 'email-missing' };
  if (nameAlone.test(plain)) return { kind: 'email-name' };
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, at);
  const domain = at > 0 && plain.length <= longest * 2 ? asciiDomain(plain.slice(at + 1)) : undefined;
  if (!domain || !localPart.test(local) || !domainName.test(domain)) return { kind: 'email-unreadable' };
  const address = `${local}@${domain}`;
  if (address.length > longest) return { kind: 'email-unreadable' };
  const mailbox = mailboxForm(address);
  if (mailboxes.some((own) => mailboxForm(own) === mailbox)) return { kind: 'email-own-mailbox' };
  const within = (own: string) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`);
  if (ownDomains.some(within)) return { kind: 'email-own-domain' };
  return { kind: 'email', address };
}

/** One form for all spellings that reach one mailbox, so that `kim+1@` and `KIM@` are counted as one. */
export function mailboxForm(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  const [domain, local] = [lower.slice(at + 1), lower.slice(0, at).replace(/\+.*$/u, '')];
  const ignoresDots = domain === 'gmail.com' || domain === 'googlemail.com';
  return ignoresDots ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** `a•••@example.org`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const shown = at > 1 ? address.slice(0, 1) : '';
  return `${shown}•••${address.slice(at)}`;
}
