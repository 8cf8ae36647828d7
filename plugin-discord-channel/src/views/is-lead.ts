/** True for who may define fields and tags, delete and export. The Functions look at the token; this only hides what they would refuse. */
export const isLead = (roles: readonly string[]): boolean => roles.includes('supervisor') || roles.includes('admin');
