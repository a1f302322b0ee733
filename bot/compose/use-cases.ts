import type { UseCases } from '../../dialogs/turn.ts';
import { createCampaignAnswers } from '../domain/campaigns/answers.ts';
import { createEnrolment, type EnrolmentPorts } from '../domain/enrolment/enrolment.ts';
import { createReconfirmation } from '../domain/enrolment/reconfirmation.ts';
import { createAppEnrolment } from '../domain/methods/app-enrolment.ts';
import { createQuestionEnrolment } from '../domain/methods/questions/enrolment.ts';
import { createRegistrationWatch } from '../domain/reset-service/watch.ts';
import { createTickets } from '../domain/tickets/tickets.ts';
import { answerWords } from '../texts/questions.ts';

/** What people can do. Each use case is made when it is first asked for: a turn asks for one or two. */
export function useCasesOf(ports: EnrolmentPorts): UseCases {
  return madeWhenAsked({
    enrolment: () => createEnrolment(ports),
    confirming: () => createReconfirmation(ports),
    tickets: () => createTickets(ports),
    apps: () => createAppEnrolment(ports),
    questions: () => createQuestionEnrolment({ ...ports, words: answerWords }),
    watching: () => createRegistrationWatch(ports),
    campaigns: () => createCampaignAnswers(ports),
  });
}

function madeWhenAsked<T extends object>(makers: { readonly [Key in keyof T]: () => T[Key] }): T {
  return Object.defineProperties(
    {} as T,
    Object.fromEntries(
      Object.entries<() => unknown>(makers).map(([name, make]) => {
        let made: unknown;
        return [name, { enumerable: true, get: () => (made ??= make()) }];
      }),
    ),
  );
}
