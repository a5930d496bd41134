export const article10 = {} as const
