import { azureDelivery } from '../../bot/providers/delivery/azure/azure.ts';
import { accessKey, acsNumber, startAcs } from '../support/fake-acs.ts';
import { deliveryContract } from './delivery.ts';

deliveryContract('azure communication services', async (t) => {
  const fake = await startAcs(t);
  return {
    delivery: azureDelivery({ endpoint: fake.origin, accessKey, texts: { '*': acsNumber } }, Date.now),
    arrived: async () => fake.arrived(),
    fail: () => fake.stop(),
  };
});
