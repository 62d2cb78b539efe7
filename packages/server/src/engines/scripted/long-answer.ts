const SECTIONS: readonly (readonly [string, string])[] = [
  [
    'Threads keep the words',
    'A thread is a list of messages and nothing more: no title, no state, no owner you can see. Whatever else an app wants to remember goes into its metadata, sixteen pairs of text.\n\nLists of messages are newest first and come in pages, so a conversation of fifty thousand messages opens as fast as one of five. What you scroll up to is fetched when you get there.',
  ],
  [
    'Runs do the work',
    'A run takes a snapshot of the assistant when it is created. Change the instructions while it works and it will not notice; the next run will.\n\nInstructions can be added for one run, tools can be given for one run, and none of it is remembered by the next. That makes a run easy to repeat and easy to explain.',
  ],
  [
    'Steps tell the story',
    'One step for each message, one for each round of tools. They arrive in order, never two open at once, so a timeline can be drawn as they come.\n\nA step knows what it cost. Add the steps up and you have the bill of the run; read them in order and you have its reasons.',
  ],
  [
    'Deltas are small',
    'Text arrives in pieces. The pieces are put together by index, and the final object has the last word: whatever was missed on the way is healed by it.\n\nA delta names the part it belongs to by number, never by position, so that two parts can grow side by side. Your code sees finished objects and never has to glue anything.',
  ],
  [
    'Storage comes first',
    'An event is written down before anyone hears of it. That is why a replay is never shorter than what was on the screen.\n\nPieces that come within a blink of each other are written as one. A long answer costs tens of rows, not thousands, and still streams smoothly.',
  ],
  [
    'Locks are kind',
    'A second message to a busy thread is refused with a clear sentence. The kit queues it instead and sends it when the run has ended.\n\nThere is nothing to configure and no lock service to run. One unique index in the database says it for every process that will ever ask.',
  ],
  [
    'Stopping is honest',
    'Cancel keeps what was written and marks it as cut off. Nothing is quietly thrown away.\n\nThe model is told to stop as well, so that nobody pays for words that nobody reads. The next question can be asked as soon as the run says that it is cancelled.',
  ],
  [
    'Time is shared',
    "A run lives ten minutes, and the clock that counts is the server's. The countdown you see knows how far apart the two clocks are.\n\nWaiting for a person counts too: an approval that nobody gives ends with the run. The screen shows how long is left, and what to do when it is over.",
  ],
  [
    'Tools are yours',
    'They run where you put them: in the page, behind an approval, or in your own backend. The model only ever sees their outputs.\n\nArguments can be read while they are being written, and changed before they are approved. An output is text, kept byte for byte.',
  ],
  [
    'Text is only text',
    'What a model writes is never turned into HTML. Links are http, https or mailto, and pictures from elsewhere stay away until you allow them.\n\nThis holds while the text is still growing, too: a half-written link is not a link, and an open code fence does not swallow the rest of the page.',
  ],
  [
    'Everything can be replaced',
    'Each part renders one element and takes your props. Use the drop-in, use the parts, use the hooks, or use the reducer on its own.\n\nStyles live in one file, in one cascade layer, on variables. If your app has a design system already, the parts take its colours.',
  ],
  [
    'And it ends well',
    'Completed, cut off, refused, failed, cancelled, expired, offline: every ending has a design, because every one of them will happen.\n\nAn ending says what happened, why, and what can be done now. Most of them have a button for it.',
  ],
];

/** An answer long enough to scroll. */
export const LONG_ANSWER: string = [
  '# The long answer',
  'You asked for length, so here is the whole tour. Scroll up while I write: the view stays where you put it.',
  ...SECTIONS.map(([title, text], index) => `## ${index + 1}. ${title}\n\n${text}`),
  '## In one table',
  ['| # | Idea |', '| --- | --- |', ...SECTIONS.map(([title], index) => `| ${index + 1} | ${title} |`)].join(
    '\n',
  ),
  'That was all of it. **Thank you for reading to the end.**',
].join('\n\n');
