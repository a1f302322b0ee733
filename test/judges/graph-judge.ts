import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly type: string };
}

interface Body {
  readonly content?: { readonly 'application/json'?: { readonly schema: object } };
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body | Reference>>;
}

interface Reference {
  readonly $ref: string;
}

type PathItem = Readonly<Record<'get' | 'post' | 'patch' | 'delete', Operation | undefined>> &
  Pick<Operation, 'parameters'>;

interface Paths {
  readonly paths: Readonly<Record<string, PathItem>>;
}

interface Document extends Paths {
  readonly components: object;
}

/** A request, its path below the version segment and with its query. */
export interface Judged {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

const read = (name: string) => parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const document: Document = read('graph-subset.openapi.yaml');
/** What our client asks for and the subset leaves out; its components are the subset's. */
const more: Paths = read('graph-more.openapi.yaml');
const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
formats.default(ajv);
ajv.addSchema({ $id: 'graph', components: document.components });

const compiled = new Map<object, ValidateFunction>();

/** Schemas stand by themselves; what they refer to is found in the document. */
function validator(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"graph#/components'));
  const made = ajv.compile(rooted);
  compiled.set(schema, made);
  return made;
}

function resolved<T extends object>(value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const steps = value.$ref.slice(2).split('/');
  // biome-ignore lint/suspicious/noExplicitAny: steps through a document of unknown shape
  return steps.reduce((at: any, step) => at[step], document) as T;
}

function problemsOf(where: string, schema: object, value: unknown): readonly string[] {
  const check = validator(schema);
  if (check(value)) return [];
  return (check.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message}`);
}

interface Found {
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  readonly values: Readonly<Record<string, string>>;
}

interface Template {
  readonly item: PathItem;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** A parameter is a segment or stands inside one, as in `usersRegisteredByFeature(includedUserTypes='{types}')`. */
const templates: readonly Template[] = Object.entries({ ...document.paths, ...more.paths }).map(([path, item]) => {
  const parts = path.split(/\{(.+?)\}/u);
  const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const pattern = parts.map((part, at) => (at % 2 === 0 ? literal(part) : '([^/]+?)')).join('');
  return { item, names: parts.filter((_, at) => at % 2 === 1), pattern: new RegExp(`^${pattern}$`, 'u') };
});

/** The operation a request means; a path with fewer parameters counts before one with more. */
function find(method: string, pathname: string): Found | undefined {
  const fits = templates.flatMap(({ item, names, pattern }) => {
    const values = pattern.exec(pathname)?.slice(1);
    return values ? [{ item, values: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) }] : [];
  });
  const [best] = fits.sort((one, other) => Object.keys(one.values).length - Object.keys(other.values).length);
  const operation = best?.item[method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'];
  if (!best || !operation) return undefined;
  const parameters = [...(best.item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolved(one));
  const values = Object.entries(best.values).map(([name, value]) => [name, decodeURIComponent(value)] as const);
  return { operation, parameters, values: Object.fromEntries(values) };
}

/** A value out of an address, in the type its schema wants. */
function typed(text: string, { schema }: Parameter): unknown {
  if (schema.type === 'integer' || schema.type === 'number') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** What is wrong with a request, by the published description; empty: nothing. */
export function judgeRequest({ method, path, headers, body }: Judged): readonly string[] {
  const url = new URL(path, 'http://graph');
  const found = find(method, url.pathname);
  if (!found) return [`${method} ${url.pathname} is not known`];
  const { operation, parameters, values } = found;
  const query = parameters.filter((one) => one.in === 'query');
  const problems = [
    ...parameters
      .filter((one) => one.in === 'path')
      .flatMap((one) => problemsOf(`path ${one.name}`, one.schema, typed(values[one.name] ?? '', one))),
    ...[...url.searchParams].flatMap(([name, value]) => {
      const known = query.find((one) => one.name === name);
      return known ? problemsOf(`query ${name}`, known.schema, typed(value, known)) : [`query ${name} is not known`];
    }),
    ...query
      .filter((one) => one.required && !url.searchParams.has(one.name))
      .map((one) => `query ${one.name} is required`),
    ...parameters
      .filter((one) => one.in === 'header')
      .flatMap((one) => {
        const value = headers[one.name.toLowerCase()];
        if (value === undefined) return one.required ? [`header ${one.name} is required`] : [];
        return problemsOf(`header ${one.name}`, one.schema, value);
      }),
  ];
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (schema) problems.push(...problemsOf('body', schema, body));
  else if (body !== undefined) problems.push('a body where none belongs');
  return problems;
}

/** Whether the description offers to select properties here: then our client has to. */
export function offersSelect(method: string, path: string): boolean {
  const found = find(method, new URL(path, 'http://graph').pathname);
  return found?.parameters.some((one) => one.name === '$select') === true;
}

/** What is wrong with an answer to this request, by the published description. */
export function judgeAnswer(request: Judged, status: number, body: unknown): readonly string[] {
  const found = find(request.method, new URL(request.path, 'http://graph').pathname);
  if (!found) return status === 404 || status === 400 ? [] : [`${request.path} is not known`];
  const response = found.operation.responses[`${status}`];
  if (!response) return [`status ${status} is not known for ${request.method} ${request.path}`];
  const schema = resolved<Body>(response).content?.['application/json']?.schema;
  if (!schema) return body === undefined ? [] : ['an answer body where none belongs'];
  return problemsOf('answer', schema, body);
}
