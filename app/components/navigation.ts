import type { Visitor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { isReader } from '#app/access/standing.ts'
import type { NavigationItem } from './shell.tsx'

/** Where this person can go; asked of the policy on the server, sent down with the root's data. */
export function navigationFor(actor: Visitor): NavigationItem[] {
  const everybody: NavigationItem[] = [
    { to: '/register', label: 'shell.nav.register' },
    { to: '/help', label: 'shell.nav.help' },
  ]
  if (!actor) return [{ to: '/', label: 'shell.nav.start' }, ...everybody]
  const { delegation } = actor
  const desks: (NavigationItem & { isOpen: boolean })[] = [
    { to: '/home', label: 'shell.nav.home', isOpen: true },
    { to: '/files', label: 'shell.nav.files', isOpen: isReader(actor) },
    {
      to: '/commission',
      label: 'shell.nav.commission',
      isOpen: can(actor, 'use-commission-desk', null).ok,
    },
    {
      to: '/article-10',
      label: 'shell.nav.article-10',
      isOpen: can(actor, 'use-article-10-desk', null).ok,
    },
    { to: '/post', label: 'shell.nav.post', isOpen: can(actor, 'see-post', { delegation }).ok },
    {
      to: '/people',
      label: 'shell.nav.people',
      isOpen: can(actor, 'manage-people', { delegation }).ok,
    },
  ]
  return [
    ...desks.filter(({ isOpen }) => isOpen).map(({ to, label }) => ({ to, label })),
    ...everybody,
  ]
}
