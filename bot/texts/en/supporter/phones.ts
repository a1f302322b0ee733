/**
 * For supporters, in exact terms: codes to phones.
 * Sources, both Microsoft Learn: "Phone authentication methods" (WhatsApp and RCS, the alternate phone), "Choose a telephony provider for SMS and voice authentication" and its FAQ.
 */
export const phones = {
  'supporter.own-provider-fails':
    'SMS or voice through your own telephony provider is not delivered. Delivery is a matter of the provider and of your configuration, not of Microsoft.',
  'supporter.own-provider-fails.do':
    'Entra ID › Authentication methods › Policies, telephony provider: Production mode, target groups, rollout percentage. Check the routing function in your Azure subscription. Then open a case with the provider, with times and country.',
  'supporter.code-in-another-app':
    'Verification text sent over WhatsApp or RCS instead of SMS. The sender in WhatsApp is Microsoft, +1 (217) 302 1989.',
  'supporter.code-in-another-app.do':
    'Nothing to repair. Without WhatsApp or internet the code comes by SMS. The first time in WhatsApp, an SMS says so.',
  'supporter.second-number': 'Alternate phone: for MFA only. SSPR takes the primary mobile or the office phone.',
  'supporter.second-number.do':
    'Make the number that is needed the primary one: Entra ID › Users › the user › Authentication methods. Or let the user register another method.',
} as const;
