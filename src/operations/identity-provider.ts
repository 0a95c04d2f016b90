/** The provider of a single sign-on as operations know it; `src/main/oidc.ts` speaks to a real one. */

/** What ties the provider's answer to the question. */
export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Where the browser is sent. Throws `provider-away`. */
  readonly addressFor: (secrets: SignOnSecrets) => Promise<string>;
  /** Whom the provider vouches for; null where anything of its answer is not as it has to be. Throws `provider-away`. */
  readonly subjectIn: (
    answer: Readonly<Record<string, string>>,
    secrets: SignOnSecrets,
  ) => Promise<string | null>;
}
