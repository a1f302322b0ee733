/** What an English reader is told who asks or says what belongs to no flow. Which lines go together stands in `dialogs/faq.ts`. */
export const faq = {
  'faq.phone-lost':
    'I am sorry about your phone. Ask your phone company to block the number until you have a new card.',
  'faq.phone-stolen': 'I am sorry to hear that. Ask your phone company to block the number now, and tell {name} today.',
  'faq.phone-broken': 'Put your SIM card into another phone, and codes reach you as before.',
  'faq.phone-abroad':
    'Codes reach your number abroad as long as that SIM card is in your phone. Another card gets none.',
  'faq.company-phone-returned': 'Codes should not go to a phone that you have handed back.',
  'faq.email-lost': 'An address only helps when you can read its mail without your work password.',
  'faq.held': 'Set up with me now: {held}. You can change or remove each of them.',
  'faq.held-none': 'You have no method set up with me yet.',
  'faq.instead': 'You can use this instead: {instead}.',
  'faq.instead-none': 'There is no other method for you here, so please talk to {name}.',
  'faq.new-phone': 'If your number is still the same, there is nothing to do: texts and calls reach you as before.',
  'faq.new-phone.app': 'Only the app does not move by itself. Set it up again on the new phone.',
  'faq.new-number': 'Write the new number here, and I send a code to it. It takes the place of the old one after that.',
  'faq.new-address':
    'Write the new address here, and I send a code to it. It takes the place of the old one after that.',
  'faq.app-new-phone': 'The codes do not move to another phone by themselves. Set up the app again on the new one.',
  'faq.app-empty': 'An empty app has lost its connection to your account. It has to be set up again.',
  'faq.app-again': 'I can show you a new picture to scan. It replaces the old one once it works.',
  'faq.app-there':
    'The app you sign in with is set up on the Security info page, not with me. If you are locked out, {name} can let you in.',
  'faq.app-no-push':
    'Open the app yourself: the request is often waiting inside it. The phone also has to be online. The request comes from the sign-in, not from me.',
  'faq.app-code-refused':
    'Codes in an app go by the clock. Let the phone set its time automatically, then use the newest code.',
  'faq.app-number':
    'The sign-in page shows a number so that only you can approve the sign-in. Type that number into the app.',
  'faq.app-qr': 'Make the picture larger and hold the phone still. You can also type the key that stands beside it.',
  'faq.app-remove': 'You can remove the app. First see to it that your other methods are enough.',
  'faq.what-is-an-app':
    'An authenticator app is a free app on your phone. It shows a new code with 6 digits every 30 seconds, even with no network.',
  'faq.app-which': 'Any app that shows codes with 6 digits will do, from Microsoft or from others.',
  'faq.app-allowed': 'You can use it as one of your methods.',
  'faq.app-not-allowed': 'Your organisation does not use it for this, so you do not need one.',
  'faq.which-method.app': 'An app is the safest: it needs no signal, and nobody can catch its codes on their way.',
  'faq.which-method.phone': 'A phone is the easiest to set up.',
  'faq.which-method.email': 'A private mailbox still helps you when your phone is gone.',
  'faq.own-phone':
    'Your own phone is only one of the ways. If you do use it, the number is for codes and nothing else.',
  'faq.own-phone.only':
    'So far your organisation offers nothing but a phone of your own here. {name} can tell you what else there is.',
  'faq.no-mobile': 'You can do this without a mobile.',
  'faq.no-mobile.only':
    'So far your organisation offers nothing but a mobile here. {name} can help you with another way.',
  'faq.landline': 'A landline will do as well: I call it and read the code out.',
  'faq.borrowed-phone':
    'Please use only what is your own. Whoever holds somebody else’s phone could set your password in your place.',
  'faq.texts-ending.here': 'Texts and calls from me go on. I know of no date when they end.',
  'faq.texts-ending.own-provider': 'No. Microsoft stops its own texts, but your organisation has arranged others.',
  'faq.texts-ending.until':
    'Yes. Microsoft stops its own texts and calls on {date}. After that a phone no longer counts for a reset.',
  'faq.texts-ending.over': 'Microsoft stopped its texts and calls on {date}. A phone no longer counts for a reset.',
  'faq.texts-ending.none': 'Your organisation does not use texts or calls for this.',
  'faq.is-this-real':
    'It is good that you ask. I belong to your own organisation, I write to you inside Teams, and I never ask for a password.',
  'faq.ask-first': 'If you have doubts, wait and ask {name} first.',
  'faq.who-are-you':
    'I am {product}: a program, not a person. Your organisation runs me so that you can reset your own password.',
  'faq.who-sends': 'The codes you ask for in this chat come from me. Each one names {product}.',
  'faq.who-sends.there': 'The codes on the reset page come from Microsoft.',
  'faq.unasked': 'If a code comes that you did not ask for, do not give it to anyone, and tell {name}.',
  'faq.how-often':
    'You set a method up once. Every {count, plural, one {day} other {# days}} I ask whether it is still right.',
  'faq.how-often.never': 'You set a method up once. After that I do not ask again.',
  'faq.reset-rules':
    'Your organisation decides that, and the reset page tells you what is missing. A few words in a row are easy to remember. Old passwords are refused.',
  'faq.reminders': 'I only write when something needs you. Once you have checked it, I am quiet again.',
  'faq.password-expired': 'An expired password is replaced in the same way as a forgotten one.',
  'faq.temporary-password': 'A temporary password works for a short time only. {name} can give you a new one.',
  'faq.captcha':
    'The reset page can show other letters, or read them out: use the two small buttons beside the picture.',
  'faq.other-devices':
    'Each device asks for the new password once. Type it there, or sign out and in again. Old passwords that a device has saved can lock your account.',
  'faq.switchboard': 'My call reaches the main line only. Use a number that rings beside you, or another method.',
  'faq.sign-in':
    'I look after the reset, not the sign-in itself. If the password is the problem, you can set a new one.',
  'faq.password-in-order': 'If the password is right, a reset will not help. {name} can see what the sign-in says.',
  'faq.mfa-too-often': 'How often the sign-in asks you is up to your organisation, not to me. {name} knows more.',
  'faq.somebody-else': 'I can only look at your own account. They can write to me themselves, or {name} helps them.',
  'faq.other-system': 'I only know about resetting your work password. {name} helps with the rest.',
  'faq.injection': 'I keep to my checks, whatever a message says. I can help you with your own methods.',
  'faq.anger': 'I am sorry that this is such a nuisance. Tell me what goes wrong, or talk to {name}.',
  'faq.small-talk': 'I am better at passwords than at small talk. I can get you ready to reset yours.',
  'faq.more': 'That is all I know about it. {name} can tell you more.',
  'faq.picture':
    'I can’t read pictures or files, and I don’t keep them. Type the code or the text that stands under the message.',
  'faq.picture.said': 'I have a picture or a file to show.',
  'faq.picture.person': 'Or I pass it on: {name} can then ask you for the picture.',
} as const;
