const SECTIONS: readonly (readonly [string, string])[] = [
  [
    'Threads store messages',
    'A thread is a list of messages: it has no title and no status. An app keeps everything else in the metadata of the thread, up to sixteen pairs of text.\n\nLists of messages are newest first and come in pages, so a conversation of fifty thousand messages opens as fast as one of five. Earlier messages are loaded when you scroll up.',
  ],
  [
    'Runs do the work',
    'A run copies the settings of the assistant when it is created. If you change the instructions during a run, only the next run uses them.\n\nInstructions and tools can be added for a single run, and the next run does not inherit them. That makes a run easy to repeat and easy to explain.',
  ],
  [
    'Steps show how',
    'There is one step for each message and one for each round of tools. They arrive in order, and only one is open at a time, so a timeline can be drawn as they arrive.\n\nA step has its token usage. The sum over the steps is the cost of the run, and in order they show how the run reached its response.',
  ],
  [
    'Deltas are small',
    'Text arrives in pieces. The pieces are joined by index, and the final object replaces them, so a lost piece does no harm.\n\nA delta names its content part by number, so that two parts can grow at the same time. Your code reads complete objects and does not join anything itself.',
  ],
  [
    'Storage comes first',
    'An event is stored before it is sent. A replay therefore has every event that was on the screen.\n\nPieces that arrive within a few milliseconds are stored as one row. A long response takes tens of rows, not thousands, and still streams smoothly.',
  ],
  [
    'Threads are locked',
    'A message to a thread with an active run is refused with an error that says so. The kit queues the message and sends it when the run has ended.\n\nThere is no lock service to configure or to run. A unique index in the database enforces the lock for every process.',
  ],
  [
    'Stopping keeps the text',
    'Cancelling a run keeps the text so far and marks the response as stopped. Nothing is deleted.\n\nThe request to the model is aborted as well, so that no further tokens are paid for. The next message can be sent as soon as the run is cancelled.',
  ],
  [
    'Runs expire',
    'A run expires after ten minutes, by the clock of the server. The countdown on the screen corrects the difference between the two clocks.\n\nThe time that a run waits for the user counts as well: without an approval, the run expires. The screen shows the remaining time, and what to do after it.',
  ],
  [
    'Tools are yours',
    'Tools run where you choose: in the page, after an approval, or in your own backend. The model reads only their outputs.\n\nArguments can be read while the model writes them, and edited before they are approved. An output is text and is stored unchanged.',
  ],
  [
    'Text stays text',
    'Text from a model is never interpreted as HTML. Links are http, https or mailto, and images from other sites are not loaded until you allow them.\n\nThe same is true while the text still streams: an incomplete link is not a link, and an open code fence does not affect the rest of the page.',
  ],
  [
    'Every part can be replaced',
    'Each part renders one element and accepts your props. Use the complete chat, its parts, the hooks, or only the reducer.\n\nStyles are in one file, in one cascade layer, with variables. If your app has a design system, the parts can use its colors.',
  ],
  [
    'Every outcome is shown',
    'Completed, incomplete, refused, failed, cancelled, expired, offline: each outcome has its own design, because each of them will happen.\n\nThe screen says what happened, why, and what to do next. Most outcomes have a button for it.',
  ],
];

/** A response long enough to scroll. */
export const LONG_RESPONSE: string = [
  '# The long response',
  'This is a long response about all of Threadkit. Scroll up while I write: the scroll position stays where you leave it.',
  ...SECTIONS.map(([title, text], index) => `## ${index + 1}. ${title}\n\n${text}`),
  '## In one table',
  ['| # | Idea |', '| --- | --- |', ...SECTIONS.map(([title], index) => `| ${index + 1} | ${title} |`)].join(
    '\n',
  ),
  'This is the end of the long response. **Thank you for reading.**',
].join('\n\n');
