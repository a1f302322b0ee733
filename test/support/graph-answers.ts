import { emailId, type GivenRole, phone, type Tenant, type TenantPerson } from './graph-tenant.ts';

export interface GraphQuestion {
  readonly method: string;
  /** Below the version segment. */
  readonly url: URL;
  readonly body: unknown;
  /** Permissions the app lacks that leave something out of the answer instead of refusing it. */
  readonly blind: ReadonlySet<string>;
}

export interface GraphReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function problem(status: number, code: string): GraphReply {
  return { status, body: { error: { code, message: `words that nobody may see: ${code} kim@example.org` } } };
}

/** Installing an app for somebody, and the chat that comes with it. Source: the reference pages named in `installation.ts`. */
function installation(
  tenant: Tenant,
  person: TenantPerson,
  method: string,
  installed: string,
  body: unknown,
): GraphReply {
  const id = Buffer.from(`${person.user.id}##app`).toString('base64').replaceAll('/', '-');
  if (method === 'GET' && installed === '') return list(person.app === 'installed' ? [{ id }] : []);
  if (method === 'GET') {
    const chat = { id: `19:${person.user.id}_bot@unq.gbl.spaces` };
    return installed === id && person.app === 'installed' ? { status: 200, body: chat } : notFound;
  }
  const bound = String(Object(body)['teamsApp@odata.bind']).split('/').at(-1) ?? '';
  if (!Object.values(tenant.apps ?? {}).includes(bound)) return problem(404, 'NotFound');
  if (person.app === 'denied') return problem(403, 'Forbidden');
  if (person.app === 'installed') return problem(409, 'Conflict');
  person.app = 'installed';
  return { status: 201 };
}

const notFound = problem(404, 'Request_ResourceNotFound');
const list = (value: readonly unknown[]): GraphReply => ({ status: 200, body: { value } });

/** What Graph would say, as far as its reference pages tell. `page` is how many roles it gives at once. */
export function answerOf(tenant: Tenant, base: string, page: number, question: GraphQuestion): GraphReply {
  const { method, url, body, blind } = question;
  const [, first = '', second = '', third = '', fourth = '', fifth = ''] = url.pathname
    .split('/')
    .map(decodeURIComponent);
  const person = tenant.people.find(({ user: { id, userPrincipalName } }) =>
    [id, userPrincipalName].includes(second.toLowerCase()),
  );
  switch (first) {
    case 'users':
      if (second === '') return list(tenant.people.map(({ user }) => selected(user, url)));
      if (!person) return notFound;
      if (third === '') return { status: 200, body: selected(person.user, url) };
      if (fourth === 'microsoft.graph.group') return groups(person, url, blind.has('GroupMember.Read.All'));
      if (third === 'transitiveMemberOf') return roles(person, url, base, page);
      if (third === 'licenseDetails') return list(person.licenses);
      if (third === 'sendMail') return { status: 202 };
      if (third === 'teamwork') return installation(tenant, person, method, fifth, body);
      if (fourth === 'phoneMethods') return phones(person, method, fifth, body);
      if (fourth === 'emailMethods') return email(person, method, fifth, body);
      return notFound;
    case 'groups':
      if (!tenant.members?.[second]) return notFound;
      if (third === '')
        return {
          status: 200,
          body: selected({ id: second, displayName: groupName(second), ...tenant.groups?.[second] }, url),
        };
      return list((tenant.members?.[second] ?? []).map((id) => ({ id })));
    case 'appCatalogs': {
      const externalId = /^externalId eq '([^']+)'$/.exec(url.searchParams.get('$filter') ?? '')?.[1] ?? '';
      const id = tenant.apps?.[externalId];
      return list(id === undefined ? [] : [{ id, externalId }]);
    }
    case 'roleManagement':
      return third === 'roleAssignments'
        ? roleList(tenant.assignments, url)
        : tenant.privilegedIdentity
          ? roleList(tenant.eligible, url)
          : problem(400, 'AadPremiumLicenseRequired');
    case 'reports':
      return report(tenant, fourth, url, base);
    case 'auditLogs':
      return tenant.premium
        ? audits(tenant, url)
        : problem(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant');
    case 'applications': {
      const id = /^appId eq '([0-9a-f-]{36})'$/.exec(url.searchParams.get('$filter') ?? '')?.[1] ?? '';
      const passwordCredentials = tenant.secrets?.[id];
      return list(passwordCredentials ? [{ passwordCredentials }] : []);
    }
    case 'directory':
      return list(tenant.synchronisation);
    case 'domains': {
      if (second === '') return list(domainsIn(tenant).map((one) => selected(one, url)));
      const authenticationType = tenant.domains[second];
      return authenticationType ? { status: 200, body: { id: second, authenticationType } } : notFound;
    }
    case 'policies':
      if (second === 'authorizationPolicy') return { status: 200, body: { allowedToUseSSPR: tenant.allowedToUseSSPR } };
      return { status: 200, body: tenant.methodsPolicy };
    default:
      return problem(400, 'BadRequest');
  }
}

/** What a group of the tenant is called. */
export function groupName(id: string): string {
  return `Group ${id.slice(-1)}`;
}

function domainsIn({ domains, unverified }: Tenant) {
  const known = Object.entries(domains).map(([id, authenticationType]) => ({
    id,
    authenticationType,
    isVerified: true,
  }));
  return [...known, ...unverified.map((id) => ({ id, authenticationType: 'Managed', isVerified: false }))];
}

function selected(thing: Readonly<Record<string, unknown>>, url: URL) {
  const names = url.searchParams.get('$select')?.split(',') ?? Object.keys(thing);
  return Object.fromEntries(names.filter((name) => name in thing).map((name) => [name, thing[name]]));
}

function roles(person: TenantPerson, url: URL, base: string, page: number): GraphReply {
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const value = person.roles
    .slice(from, from + page)
    .map((role) => ({ '@odata.type': '#microsoft.graph.directoryRole', ...role }));
  if (from + page >= person.roles.length) return list(value);
  const next = new URL(`${base}${url.pathname}${url.search}`);
  next.searchParams.set('$skiptoken', `${from + page}`);
  return { status: 200, body: { value, '@odata.nextLink': next.href } };
}

/** What may not be read of a group is null, and its kind and id come all the same. */
function groups(person: TenantPerson, url: URL, blind: boolean): GraphReply {
  const shown = person.groups.map(({ id, isAssignableToRole }) =>
    blind
      ? { id, displayName: null, isAssignableToRole: null }
      : { ...selected({ id, displayName: `Group ${id.slice(-2)}`, isAssignableToRole }, url) },
  );
  return list(shown.map((one) => ({ '@odata.type': '#microsoft.graph.group', ...one })));
}

/** Of one principal, as the one filter says that is used. */
function roleList(given: readonly GivenRole[], url: URL): GraphReply {
  const [, principal] = /^principalId eq '([0-9a-f-]{36})'$/.exec(url.searchParams.get('$filter') ?? '') ?? [];
  if (principal === undefined) return problem(400, 'BadRequest');
  const found = given.filter((one) => one.principalId === principal);
  return list(found.map((one, at) => selected({ id: `given-${at}`, ...one }, url)));
}

function phones(person: TenantPerson, method: string, id: string, body: unknown): GraphReply {
  const { phoneNumber, phoneType } = (body ?? {}) as ReturnType<typeof phone>;
  const there = person.phones.find((one) => one.id === id);
  switch (method) {
    case 'GET':
      return list(person.phones);
    case 'POST': {
      const taken = person.phones.some((one) => one.phoneType === phoneType);
      const alone = phoneType === 'alternateMobile' && !person.phones.some((one) => one.phoneType === 'mobile');
      if (taken || alone) return problem(400, 'badRequest');
      const made = phone(phoneType, phoneNumber);
      person.phones.push(made);
      return { status: 201, body: made };
    }
    default:
      if (!there) return problem(404, 'resourceNotFound');
      if (method === 'DELETE') {
        const needed = there.phoneType === 'mobile' && person.phones.some((one) => one.phoneType === 'alternateMobile');
        if (needed) return problem(400, 'badRequest');
        person.phones.splice(person.phones.indexOf(there), 1);
        return { status: 204 };
      }
      there.phoneNumber = phoneNumber;
      return { status: 204 };
  }
}

function email(person: TenantPerson, method: string, id: string, body: unknown): GraphReply {
  const there = person.email === null ? [] : [{ id: emailId, emailAddress: person.email }];
  const { emailAddress } = (body ?? {}) as { readonly emailAddress: string };
  if (method === 'GET') return list(there);
  if (method === 'POST' && person.email !== null) return problem(400, 'badRequest');
  if (method !== 'POST' && (person.email === null || id !== emailId)) return problem(404, 'resourceNotFound');
  person.email = method === 'DELETE' ? null : emailAddress;
  return method === 'POST' ? { status: 201, body: { id: emailId, emailAddress } } : { status: 204 };
}

function report({ people, premium, wrapped }: Tenant, which: string, url: URL, base: string): GraphReply {
  if (!premium) return problem(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant');
  const reports = people.map((one) => one.report).filter((one) => one !== null);
  if (which === '') {
    if (!url.searchParams.has('$filter')) return reportPage(reports, url, base);
    const [, name = '', value] = /^(\w+) eq (true|false)$/.exec(url.searchParams.get('$filter') ?? '') ?? [];
    return list(reports.filter((one) => String(one[name]) === value).map((one) => selected(one, url)));
  }
  const one = reports.find(({ id }) => id === which);
  return one ? { status: 200, body: wrapped ? { value: one } : one } : notFound;
}

/** How many lines of the report Graph gives at once is its own affair. */
const reportLines = 100;

function reportPage(reports: readonly Record<string, unknown>[], url: URL, base: string): GraphReply {
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const value = reports.slice(from, from + reportLines);
  if (from + reportLines >= reports.length) return list(value);
  const next = new URL(`${base}${url.pathname}`);
  next.searchParams.set('$skiptoken', `${from + reportLines}`);
  return { status: 200, body: { value, '@odata.nextLink': next.href } };
}

/** Reads the one filter that is used, as a stranger would write it. */
function audits({ people }: Tenant, url: URL): GraphReply {
  const filter = url.searchParams.get('$filter') ?? '';
  const wanted =
    /^\(loggedByService eq 'Self-service Password Management' or loggedByService eq 'Authentication Methods'\) and activityDateTime ge (\S+) and targetResources\/any\(t:t\/id eq '([0-9a-f-]{36})'\)$/;
  const [, since = '', id = ''] = wanted.exec(filter) ?? [];
  if (Number.isNaN(Date.parse(since))) return problem(400, 'BadRequest');
  const entries = people.find(({ user }) => user.id === id)?.audits ?? [];
  const recent = entries
    .filter((one) => Date.parse(one.activityDateTime) >= Date.parse(since))
    .map((one) => ({ loggedByService: 'Self-service Password Management', ...one }));
  const sorted = recent.toSorted((one, other) => other.activityDateTime.localeCompare(one.activityDateTime));
  return list(sorted.slice(0, Number(url.searchParams.get('$top') ?? 100)));
}
