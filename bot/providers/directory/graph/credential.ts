import { readFile } from 'node:fs/promises';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';

/** How the bot proves to the directory which app it is. `id` is the app's (client) id. */
export type AppProof =
  | { readonly kind: 'secret'; readonly id: string; readonly secret: string }
  /** A file that holds nothing but the secret, such as a mounted one. It is read again when the old secret is refused. */
  | { readonly kind: 'secret-file'; readonly id: string; readonly file: string }
  /** PEM file with certificate and private key. Read again likewise. */
  | { readonly kind: 'certificate'; readonly id: string; readonly file: string }
  /** Of the machine the bot runs on in Azure; `id` for a user-assigned identity. */
  | { readonly kind: 'managed-identity'; readonly id?: string }
  /** A federated token that the platform (Kubernetes) keeps fresh in a file. */
  | { readonly kind: 'workload-identity'; readonly id: string; readonly file: string };

export interface Identity {
  readonly tenantId: string;
  readonly proof: AppProof;
  /** Where tokens are given out: `https://login.microsoftonline.com`. */
  readonly authority: string;
}

/** A credential of the official library, for these settings. Rejects when a file can't be read. */
export async function openCredential({ tenantId, proof, authority }: Identity): Promise<TokenCredential> {
  // One try: a turn does not wait for more, and the outbox tries again by itself.
  const options = { authorityHost: authority, retryOptions: { maxRetries: 1, maxRetryDelayInMs: 500 } };
  switch (proof.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, proof.id, proof.secret, options);
    case 'secret-file': {
      const secret = (await readFile(proof.file, 'utf8')).trim();
      return new ClientSecretCredential(tenantId, proof.id, secret, options);
    }
    case 'certificate': {
      const certificate = await readFile(proof.file, 'utf8');
      return new ClientCertificateCredential(tenantId, proof.id, { certificate }, options);
    }
    case 'managed-identity':
      return new ManagedIdentityCredential(proof.id === undefined ? options : { ...options, clientId: proof.id });
    case 'workload-identity':
      return new WorkloadIdentityCredential({ ...options, tenantId, clientId: proof.id, tokenFilePath: proof.file });
  }
}

/** What a token is asked for: everything the app was given on this Graph. */
export function scopeOf(base: string): string {
  return `${new URL(base).origin}/.default`;
}
