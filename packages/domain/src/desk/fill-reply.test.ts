import { expect, it } from 'vitest';
import { fillReply } from './fill-reply.ts';

const facts = {
  firstName: 'Zoë',
  agentName: 'Maria',
  billerName: 'Acme',
  amountDue: '$84.20',
  dueOn: 'Friday',
};

it('puts facts in the place of their names, each time', () => {
  expect(fillReply('Hi {firstName}, {amountDue} is due {dueOn}. {firstName}?', facts)).toBe(
    'Hi Zoë, $84.20 is due Friday. Zoë?',
  );
});

it('leaves a name that it does not know for the agent to see, and braces that are none', () => {
  expect(fillReply('{toString} {} {lastname}', facts)).toBe('{toString} {} {lastname}');
});
