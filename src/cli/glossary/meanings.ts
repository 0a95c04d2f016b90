/** What the words of the trade and of the program mean here. Written by hand; one sentence each. */

export interface Meaning {
  readonly word: string;
  readonly zh: string;
  readonly meaning: string;
}

const meaning = (word: string, zh: string, text: string): Meaning => ({ word, zh, meaning: text });

export const OF_THE_PROGRAM: readonly Meaning[] = [
  meaning('case', '案件', 'One run of one procedure, with an id, a version, a state and a journal.'),
  meaning(
    'procedure',
    '程序',
    'A way of handling, as a table of rows; a statechart is one version of one procedure.',
  ),
  meaning(
    'row',
    '（程序表的）行',
    'One line of that table: one transition, who may fire it, when, and what follows. `A9`, `B5`, `C12`.',
  ),
  meaning(
    'state',
    '状态',
    'Where a case stands: the code in `state`. Open states owe something; closed ones carry the outcome.',
  ),
  meaning(
    'region',
    '并行区',
    'A second place in the chart beside the flow: `standing` (active, suspended), `identity` of the reporter.',
  ),
  meaning(
    'event',
    '事项',
    'Something done to a case, with a type and data. Accepted, it is its next version.',
  ),
  meaning('version', '版本', 'Counts the accepted events of a case: 1, 2, 3 …, no gaps. The `ETag`.'),
  meaning(
    'fact',
    '客观情况',
    'What the engine adds to an event for its guards: the instant, who acts, the family. Never taken from a caller.',
  ),
  meaning('guard', '条件', 'A named rule that is true or false. A refusal names the one that said no.'),
  meaning(
    'effect',
    '效果',
    'What an accepted event asks for, as data: a clock, a linked case, a paper. Done in the same transaction.',
  ),
  meaning(
    'paper',
    '文书',
    'A document that the procedure owes to somebody. The journal says which, to whom.',
  ),
  meaning(
    'clock',
    '期限',
    'A time limit at work: a ledger of start, pauses, extensions, stop. Its due date is derived and explained.',
  ),
  meaning('overdue', '逾期', 'A mark on a clock that ran out. It tells people and decides nothing.'),
  meaning(
    'profile',
    '规则集',
    'The rules of one body as data: limits, lists, calendar. Pinned on a case when it opens.',
  ),
  meaning('calendar', '工作日历', 'Holidays and make-up working days, year by year.'),
  meaning('actor', '行为人', 'The person acting, with roles, duties and recusal.'),
  meaning(
    'party',
    '当事方',
    'A reporter, a subject or the unit of a subject. They see and do only what is theirs.',
  ),
  meaning(
    'duty',
    '职责',
    'What a person has done in a family. Some exclude others; the database keeps it so.',
  ),
  meaning(
    'refusal',
    '不予办理',
    "The engine's no: which guard, in plain words, on what basis, and who could.",
  ),
  meaning('problem', '问题文档', "The API's no: a document with a `code` that never changes its meaning."),
  meaning('family', '案件族', 'Cases joined by links: a complaint, its allegations, what came of them.'),
  meaning('obligation', '待履行事项', 'What a case owes to a procedure that has not taken it up yet.'),
  meaning(
    'journal',
    '日志',
    'Everything that happened, append-only. The history of a case and the audit query are two views of it.',
  ),
  meaning(
    'leaf',
    '叶',
    'The stored bytes of one entry of the journal. Holds codes, pseudonyms, commitments.',
  ),
  meaning('disclosure', '披露', 'A part of an entry that its leaf commits to by a hash: data, facts, text …'),
  meaning(
    'pseudonym',
    '代号',
    'The random name of a person in leaves. A row that can be erased resolves it.',
  ),
  meaning(
    'seal',
    '密封',
    'To encrypt under a key that can be dropped: texts by family, identities one by one.',
  ),
  meaning(
    'replay',
    '重放',
    'To take every event of a journal again and compare what comes of it with the case.',
  ),
  meaning(
    'sandbox',
    '沙盒',
    'A database for trying out. Its clock can be moved; it never becomes a real one.',
  ),
];

export const OF_THE_TRADE: readonly Meaning[] = [
  meaning('complaint', '检举控告', 'A report of misconduct as it came in. Keys of clocks call it `report`.'),
  meaning(
    'allegation',
    '反映的问题',
    'One point that can be checked, about one person. Everything hangs on it.',
  ),
  meaning('act', '行为', 'What somebody did, as a tolerance review names it by a code.'),
  meaning('registration', '登记', 'Taking a report into the register, one entry a piece.'),
  meaning('acceptance', '受理', 'Taking a report into the own competence.'),
  meaning('real name', '实名', 'The own true name, or that of the own unit, and a way to be reached.'),
  meaning('disposition', '线索处置', 'Which way a lead is treated.'),
  meaning('finding', '核查结论', 'What verification came to on one allegation and one person.'),
  meaning(
    'not proven',
    '查无实据',
    'Neither confirmed nor ruled out. Not the same as untrue, and never clarified.',
  ),
  meaning('case filing', '立案', 'Opening a formal case. Personnel moves are barred while it runs.'),
  meaning('case review', '审理', 'An independent check before the body decides.'),
  meaning('clarification', '澄清（正名）', 'Restoring a name on specific points, no wider than the damage.'),
  meaning('mistaken report', '错告', 'Wrong without intent. Nobody is blamed for it.'),
  meaning(
    'false accusation',
    '诬告陷害',
    'Fabrication with intent to harm. People prove it; no program does.',
  ),
  meaning('accountability', '问责', 'Holding somebody to account. Tolerance runs inside it, not after it.'),
  meaning('tolerance', '容错', 'Less or no liability for an error that can be tolerated. Not innocence.'),
  meaning('determination', '容错认定', 'What the body decided on one act and one person.'),
  meaning('rectification', '整改', 'Correcting what went wrong; owed after every tolerated outcome.'),
  meaning('recusal', '回避', 'Standing aside. Asking for it already stops the person from acting.'),
  meaning(
    'conflict',
    '利益冲突',
    'What stands between a person and a part in a family: a bar, or to be weighed.',
  ),
  meaning(
    'interference',
    '干预',
    'Asking about a case or putting in a word from outside. Reported and kept for good.',
  ),
  meaning(
    'break-glass',
    '紧急查阅',
    'Reading a family out of the ordinary: a reason, a time, a review. No acting.',
  ),
  meaning(
    'suspension',
    '中止',
    'A case stands still for a listed ground, and so do the clocks a profile names.',
  ),
  meaning('delivery', '送达', 'Handing a paper over, on record. No delivery, no clock that counts from it.'),
];
