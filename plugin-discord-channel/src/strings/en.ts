/** Every word that the plugin shows, in English. `{name}` is filled in by `text`. */
export const en = {
  'task.title': 'Incoming Discord chat',
  'task.notification': 'Incoming Discord chat from {name}',
  'task.case': 'Case #{number}',
  'task.no-server': 'Direct message',
  'task.waiting': 'Waiting {time}',

  'message.options': 'The player can choose',
  'message.pressed': 'Chosen with a button',
  'message.not-delivered': 'Not delivered: {reason}',
  'message.not-delivered-unknown': 'Discord did not accept it.',
  'message.opens-new-tab': '(opens in a new tab)',

  'panel.label': 'Case',
  'panel.loading': 'Loading the case…',
  'panel.no-task.heading': 'No task selected',
  'panel.no-task.text': 'Select a task to see its case.',
  'panel.no-case.heading': 'No case',
  'panel.no-case.text':
    'There is no case for this task, and nothing for you to do here. A case is opened when a Discord player asks for an agent.',
  'panel.failed.heading': 'The case could not be loaded',
  'panel.retry': 'Try again',

  'case.number': 'Case #{number}',
  'case.opened': 'Opened',
  'case.updated': 'Updated',
  'case.closed': 'Closed',

  'status.label': 'Status',
  'status.open': 'Open',
  'status.elevated': 'Elevated',
  'status.closed': 'Closed',
  'status.saving': 'Saving the status…',
  'status.saved': 'Status saved.',
  'status.failed': 'The status was not saved and is {status} again. {reason}',
  'status.unknown': 'It is not known whether the status was saved. {reason}',
  'status.stale':
    'Somebody else changed this case in the meantime, so your change was not saved. {changes} Choose again if it is still right.',

  'change.status': 'The status is now {status}.',
  'change.note-added': 'One note was added.',
  'change.notes-added': '{count} notes were added.',
  'change.subject': 'The subject was changed.',
  'change.other': 'Other details were changed.',

  'card.label': 'Who writes',
  'card.waiting': 'Waiting for',
  'card.since': 'Asked for an agent',
  'card.with-you': 'With you for',
  'card.last-message': 'Last message',

  'player.heading': 'Player',
  'player.username': 'Username',
  'player.user-id': 'User ID',
  'player.server': 'Server',
  'player.locale': 'Language',
  'player.unknown': 'not known',
  'player.absent': 'This case has no Discord player.',

  'notes.heading': 'Notes',
  'notes.empty': 'No notes yet.',
  'notes.player': 'Player',
  'notes.system': 'Automatic',
  'note.label': 'Add a note',
  'note.hint': 'Seen by your team only. Ctrl or ⌘+Enter adds it.',
  'note.counter': '{count} of {limit} characters',
  'note.add': 'Add note',
  'note.adding': 'Adding…',
  'note.saving': 'Adding the note…',
  'note.saved': 'Note added.',
  'note.empty': 'Write something first.',
  'note.too-long': 'A note holds at most {limit} characters. Shorten it by {over}.',
  'note.failed': 'The note was not added; your text is still here. {reason}',

  'note.unknown':
    'It is not certain that the note was added. Your text is still here; adding it again will not add it twice. {reason}',

  'connection.timeout': 'The server did not answer within {seconds} seconds. Try again.',
  'connection.network': 'The server could not be reached. Check your connection and try again.',
  'connection.unexpected':
    'The server gave an answer that this panel does not understand (HTTP {status}). Try again, and tell your administrator if it stays.',
  'connection.not-configured':
    'This panel is not set up. Your administrator has to set ui_attributes.discord_channel.functions_url in the Flex configuration to the HTTPS address of the Functions.',
} as const;
