/** What an English reader sees everywhere: names, the first page, help, what went wrong, and the letters that carry codes. */
export const basics = {
  'product.name': 'Reset ready',
  'contact.name': 'IT support',

  'method.authentication-phone': 'Phone',
  'method.authentication-email': 'Email',
  'method.authenticator-app': 'Authenticator app',
  'method.security-questions': 'Security questions',
  'method.office-phone': 'Office phone',

  'window.open.code': 'Type it in a window',
  'window.open.answers': 'Answer in a window',
  'window.open.picture': 'Show the picture and the key',
  'window.here.code': 'Type it here',
  'window.here.answers': 'Answer here',
  'window.here.picture': 'Show them here',
  'window.old':
    'This window is out of date, and nothing was changed. Please close it and go on with the newest card in the chat.',
  'window.nothing':
    'There is nothing to do here any more. Please close this window. The newest card in the chat shows how to go on.',

  'home.title': 'Your password reset',
  'home.none': 'Hello! I’ll get you ready to reset your own password. It takes about two minutes.',
  'home.partly':
    'You have {proven} of {required} methods. Add {missing, plural, one {one more} other {# more}}, and you can reset your own password.',
  'home.ready': 'You are ready. If you forget your password, you can reset it yourself.',
  'home.resilient': 'You are ready, with a method to spare.',
  'home.start': 'Get started',
  'home.continue': 'Continue',
  'home.add': 'Add one more',
  'home.contact': 'Need help? Contact {name}.',
  'home.contactAt': 'Need help? Contact {name}: {address}.',
  'home.state.unset': 'Not set up',
  'home.state.proven': 'Confirmed on {date}',
  'home.state.due': 'Please check',
  'home.state.on-its-way': 'On its way',
  'home.state.there': 'Active since {date}',
  'home.state.not-there': 'Not active',
  'home.state.kept': 'Known to this bot only; not for a reset',
  'home.privacy': 'Who sees this?',
  'home.frozen': 'Changes are stopped until {time}, because one was not yours. If it cannot wait, contact IT support.',

  'readiness.pictureResilient': 'Ready, with {spare, plural, one {one method} other {# methods}} to spare',
  'readiness.progress': '{proven} of {required, plural, one {# method} other {# methods}} ready',
  'readiness.more': '{proven} methods ready, {required} needed',

  'method.changeHint': 'If you change one, the new one replaces it once it is confirmed.',

  'retired.phone': 'Number entered: {address}',
  'retired.email': 'Address entered: {address}',
  'retired.code': 'Code entered',
  'retired.answered': 'Answered',
  'retired.answeredOf': '{what}: answered',
  'retired.left': 'Please use the newest card.',
  'retired.leftOf': '{what}: see the newest card.',
  'retired.ticket': 'There is a newer card for this request further down.',

  'button.back': 'Back',
  'button.cancel': 'Cancel',

  'help.text':
    'I help you set up ways to reset your own password. You can click or type. Try: start, status, back, cancel, who can see my number, or på svenska.',
  'help.contact': 'If you want a person to help you, contact {name}.',
  'help.contactAt': 'If you want a person to help you, contact {name}: {address}.',
  'person.offer': 'If you would rather ask {name}, type: a person.',
  'privacy.text':
    'Only you and your administrators can see your phone number and email address. They are not shown in the directory. I keep them locked away. I use them only for codes, and to tell you about changes.',
  'cancel.done': 'I stopped that. Nothing was changed.',
  'back.nowhere': 'This is the first page, so there is no way back from here.',
  'language.changed': 'From now on I write in English.',
  'language.other': 'Sorry, I only know {languages}. I will go on in English.',
  'thanks.text': 'You are welcome.',
  'unknown.noCode': 'I am not waiting for a code right now.',
  'password.never':
    'That may be a password. I never ask for passwords. Please do not send one here, and change it if it was real.',
  'stale.text': 'That card is old. The newest one is further down.',
  'stale.show': 'Show it here',
  'restart.text': 'I have been updated, so let us start from the first page. Nothing you had set up is lost.',
  'restart.wait': 'One moment: I am being updated. Please try again in a minute.',
  'resume.expired': 'The code from last time has expired. You can ask for a new one.',

  'border.guest': 'You are a guest here. Your own organisation keeps your password, so please ask them about resets.',
  'border.disabled': 'This account is switched off. Your manager or IT support can help.',
  'border.group': 'I only talk about passwords in private. Please open a chat with me alone.',
  'border.unknown-person': 'I cannot see who you are in this chat. Please open a chat with me in Teams.',
  'border.unlisted': 'I could not find you in the directory.',
  'fault.text':
    'Something went wrong on my side. Nothing you entered is lost. Please try again. Reference: {reference}.',
  'fault.busy': 'I am still working on your last message. Please try again in a moment.',
  'fault.text.window':
    'Something went wrong on my side. Please close this window, open it again from the card, and try once more. Reference: {reference}.',
  'fault.busy.window':
    'I am still working on your last message. Please close this window and open it again in a moment.',
  'local.as': 'You are now {name}. This works in local mode only.',
  'local.nobody': 'I know nobody by that name. Try: {names}.',

  'letter.text': '{code} is your code from {name}. It works for 5 minutes. Do not share it with anyone.',
  'letter.call':
    'Hello. This is {name}. Your code is: {digits}. Once more: {digits}. Do not share it with anyone. Goodbye.',
  'letter.email.subject': '{code} is your code',
  'letter.email.text':
    'Hello!\n\nYour code is {code}. Go back to the card in your chat with {name} in Teams, and enter it there. It works for 5 minutes.\n\nDo not share it with anyone. Nobody from IT support will ask you for it.\n\nIf you did not ask for a code, you can ignore this message.',

  'local.date': 'It is {time} now. This works in local mode only. Write /date to come back to today.',
  'local.date.unread': 'I can’t read that date. Write it like this: {example}.',
} as const;
