export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  readonly data: any;
  readonly errors: readonly GraphqlError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  /** Codes of the errors, in their order; empty without errors. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

const ACCEPT = 'application/graphql-response+json';

/** Asks the API by POST. */
export function ask(
  server: { readonly url: string },
  query: string,
  variables?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: ACCEPT, ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

/** Asks the API by GET. */
export function askByGet(
  server: { readonly url: string },
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const url = `${server.url}/graphql?${new URLSearchParams(parameters)}`;
  return send(url, { headers: { accept: ACCEPT, ...headers } });
}

/** Sends anything and reads the answer as GraphQL's where it is. */
export async function send(url: string, init: RequestInit): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  const milliseconds = performance.now() - start;
  const body = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {};
  const { data, errors, extensions } = body as Partial<Answer>;
  return {
    status: response.status,
    headers: response.headers,
    ...{ text, data, errors, extensions, milliseconds },
    codes: (errors ?? []).map((error) => error.extensions?.code),
  };
}
