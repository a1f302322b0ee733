import { twilioDelivery } from '../../bot/providers/delivery/twilio/twilio.ts';
import { accountSid, authToken, numbers, startTwilio } from '../support/fake-twilio.ts';
import { deliveryContract } from './delivery.ts';

deliveryContract('twilio', async (t) => {
  const fake = await startTwilio(t);
  const settings = {
    accountSid,
    user: accountSid,
    password: authToken,
    texts: { '*': numbers.text },
    calls: { '*': numbers.call },
    baseUrl: fake.origin,
  };
  return {
    delivery: twilioDelivery(settings, Date.now),
    // A letter sent again does not reach it, so it has nothing to tell copies by.
    arrived: async () => fake.arrived(),
    fail: () => fake.stop(),
  };
});
