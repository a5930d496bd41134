import { isPublished, warningsFor } from './article-10.ts'
import type { Audience } from './audience.ts'
import type { Command } from './commands.ts'
import { as, type Decision, happened } from './decision.ts'
import {
  type Day,
  type Facts,
  type Measure,
  carriesEntries,
  lastShared,
  notifiedDelegations,
} from './measure.ts'
import { decideNotification } from './notification-workflow.ts'
import { type Refusal, refuse } from './refusals.ts'
import {
  refuseDayAfterAdoption,
  refuseDayBeforeAdoption,
  refuseDayGone,
  refuseDayToCome,
} from './refused-days.ts'
import { type TransitionCommand, transitionFor } from './transitions.ts'

/**
 * What follows from a command, given what the measure is. Pure: reads no clock, draws no id, awaits
 * nothing. `today` is the calendar day in Brussels by the database's clock.
 * Adoption and withdrawal are never made to wait for anything (product, invariant 1).
 */
export function decide(measure: Measure, command: Command, today: Day): Decision {
  const { from } = transitionFor(command.type as TransitionCommand)
  if (!from.includes(measure.stage)) {
    const isAgain = command.type === 'record-adoption' && measure.stage === 'adopted'
    return refuse(isAgain ? 'already-adopted' : 'not-in-this-stage')
  }
  if (measure.stage === 'adopted')
    return decideAfterAdoption(measure, measure.facts, command, today)
  return decideBeforeAdoption(measure, command, today)
}

function decideBeforeAdoption(measure: Measure, command: Command, today: Day): Decision {
  const number = measure.versions.length + 1
  switch (command.type) {
    case 'give-notice': {
      if (command.frozen.isEmpty) return refuse('nothing-to-share')
      const { audience, commentsBy, frozen, written } = command
      const { isEmpty: _, ...version } = frozen
      return (
        refuseReleaseTo(measure, audience, commentsBy, today) ??
        happened(...(written ? [{ type: 'notice-written' as const, notice: written }] : []), {
          type: 'notice-given',
          number,
          ...version,
          audience,
          commentsBy,
        })
      )
    }
    case 'open-draft':
      return happened({ type: 'draft-opened', documentId: command.documentId })
    case 'share': {
      if (command.frozen.isEmpty) return refuse('nothing-to-share')
      const { audience, commentsBy, coverNote, frozen } = command
      const { isEmpty: _, ...version } = frozen
      return (
        refuseReleaseTo(measure, audience, commentsBy, today) ??
        happened({ type: 'version-shared', number, ...version, audience, commentsBy, coverNote })
      )
    }
    case 'recall': {
      const version = measure.versions.find((version) => version.number === command.number)
      if (!version) return refuse('not-found')
      if (version.isRecalled) return refuse('version-recalled')
      const { id: versionId } = version
      return happened({
        type: 'version-recalled',
        versionId,
        number: version.number,
        reason: command.reason,
      })
    }
    case 'withdraw':
      return happened({ type: 'measure-withdrawn', reason: command.reason })
    case 'record-adoption': {
      const toCome = refuseDayToCome(command.adoptedOn, today, 'adoptedOn')
      if (toCome) return toCome
      const { frozen, actTitle, actNumber, adoptedOn } = command
      const { isEmpty: _, ...version } = frozen
      const comparedWith = lastShared(measure)?.number ?? null
      return happened({
        type: 'adoption-recorded',
        number,
        ...version,
        actTitle,
        actNumber,
        adoptedOn,
        comparedWith,
      })
    }
    default:
      return refuse('not-in-this-stage')
  }
}

function decideAfterAdoption(
  measure: Measure,
  facts: Facts,
  command: Command,
  today: Day,
): Decision {
  switch (command.type) {
    case 'correct-adoption': {
      const { firstApplication, ...corrected } = command
      const toCome = refuseDayToCome(corrected.adoptedOn, today, 'adoptedOn')
      if (toCome) return toCome
      const { adoptedOn } = corrected
      const isLater = (day: Day) => adoptedOn !== null && day < adoptedOn
      if (daysAfterAdoption(facts, firstApplication).some(isLater)) {
        return refuse('date-after-what-followed', 'adoptedOn')
      }
      return happened(as('adoption-corrected', corrected))
    }
    case 'record-gazette': {
      if (facts.gazetted && !command.correction) return refuse('already-recorded')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.gazettedOn, today, 'gazettedOn') ??
        happened(as('gazette-recorded', command))
      )
    }
    case 'record-entry-into-force': {
      if (facts.inForceOn && !command.correction) return refuse('already-recorded')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.inForceOn, 'inForceOn')
      if (tooEarly) return tooEarly
      return happened(as('entry-into-force-recorded', command))
    }
    case 'record-application': {
      const tooEarly = refuseDayBeforeAdoption(
        facts.adoptedOn,
        command.applicableFrom,
        'applicableFrom',
      )
      if (tooEarly) return tooEarly
      return happened(as('entry-application-recorded', command))
    }
    case 'record-publication': {
      if (!notifiedDelegations(facts).includes('COM')) return refuse('not-notified')
      if (facts.publishedOn && !command.correction) return refuse('already-recorded')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.publishedOn, today, 'publishedOn') ??
        happened(as('measure-published', command))
      )
    }
    case 'compile': {
      if (!carriesEntries(measure.kind)) return refuse('not-a-list')
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.publishedOn, today, 'publishedOn') ??
        happened(as('list-compiled', command))
      )
    }
    case 'note':
      return (
        refuseDayAfterAdoption(facts.adoptedOn, command.publishedOn, today, 'publishedOn') ??
        happened(as('measure-in-note', command))
      )
    case 'record-requirement': {
      const { basis, exporterInformedOn, customsInformedOn } = command
      // Article 10(1)(b): nothing can rest on what the Commission has not published.
      if (!isPublished(basis)) return refuse('not-published')
      if (exporterInformedOn > today) return refuse('date-in-the-future', 'exporterInformedOn')
      if (customsInformedOn && customsInformedOn > today) {
        return refuse('date-in-the-future', 'customsInformedOn')
      }
      const { basis: _, ...requirement } = as('requirement-recorded', command)
      return happened({ ...requirement, warnings: warningsFor(basis, requirement) })
    }
    case 'record-refusal': {
      if (!isPublished(command.basis)) return refuse('not-published')
      if (command.refusedOn > today) return refuse('date-in-the-future', 'refusedOn')
      const { basis: _, ...refusal } = as('refusal-recorded', command)
      return happened(refusal)
    }
    case 'cover':
      return happened(as('entry-covered', command))
    case 'repeal': {
      if (hasEnded(facts) && !command.correction) return refuse('already-repealed')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.repealedOn, 'repealedOn')
      if (tooEarly) return tooEarly
      return happened(as('measure-repealed', command))
    }
    case 'expire': {
      if (hasEnded(facts) && !command.correction) return refuse('already-repealed')
      const tooEarly = refuseDayBeforeAdoption(facts.adoptedOn, command.expiredOn, 'expiredOn')
      if (tooEarly) return tooEarly
      return happened(as('measure-expired', command))
    }
    default:
      return decideNotification(measure, facts, command, today) ?? refuse('not-in-this-stage')
  }
}

function refuseReleaseTo(
  measure: Measure,
  audience: Audience,
  commentsBy: Day | null,
  today: Day,
): Refusal | null {
  if (audience.kind === 'owner') return refuse('no-addressees')
  if (audience.kind === 'named' && audience.delegations.every((code) => code === measure.owner)) {
    return refuse('no-addressees')
  }
  return refuseDayGone(commentsBy, today, 'commentsBy')
}

/** Every recorded day that cannot lie before adoption. */
function daysAfterAdoption(facts: Facts, firstApplication: Day | null): Day[] {
  const { gazetted, inForceOn, publishedOn, inCompilationOn, repealedOn, expiredOn } = facts
  const sent = facts.notifications.flatMap((message) => message.sent.map(({ on }) => on))
  return [
    gazetted?.on ?? null,
    inForceOn,
    firstApplication,
    publishedOn,
    inCompilationOn,
    repealedOn,
    expiredOn,
    ...sent,
  ].filter((day) => day !== null)
}

function hasEnded(facts: Facts): boolean {
  return facts.repealedOn !== null || facts.expiredOn !== null
}
