/** Why a typed address can't be used. Each is a text key. */
export type EmailProblem = 'email-missing' | 'email-unreadable' | 'email-own-mailbox' | 'email-own-domain';

export type EmailReading = { readonly kind: 'email'; readonly address: string } | { readonly kind: EmailProblem };

/** RFC 5321 §4.5.3.1: local part 64, path 256 with its brackets. */
const longest = 254;
const localPart = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u;
const domainName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/u;

function asciiDomain(domain: string): string | undefined {
  if (/[\s/\\?#@:[\]%]/u.test(domain)) return undefined;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

/**
 * Reads an e-mail address that can be opened without the password in question.
 * @param mailboxes addresses that belong to the account itself, the sign-in name among them
 * @param ownDomains the organisation's mail domains; their subdomains count too
 */
export function readEmail(typed: string, mailboxes: readonly string[], ownDomains: readonly string[]): EmailReading {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1');
  if (plain === '') return { kind: 'email-missing' };
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
