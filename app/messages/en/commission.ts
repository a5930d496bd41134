export const commission = {} as const
