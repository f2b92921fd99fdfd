// Who may have programs act in the own name, and who looks after all tokens of the company.

export const signInGrants = {
  'api-tokens.read': { generalManager: 'own', systemAdministrator: 'company' },
  'api-tokens.create': { generalManager: 'own', systemAdministrator: 'company' },
  'api-tokens.revoke': { generalManager: 'own', systemAdministrator: 'company' },
} as const
