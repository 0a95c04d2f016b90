/**
 * The clocks a case may run, by key. A machine names a key, a profile gives it a limit or switches it off; what is not
 * here cannot be started. The keys of the domain brief 0.5, and those its tables need besides (marked D in the profile).
 */

export const CLOCK_KEYS = [
  'report.receipt_ack',
  'report.route_out',
  'report.accept_notice',
  'report.hand_over',
  'report.disposition',
  'report.letter_reply',
  'report.explanation_report',
  'report.verify',
  'report.file_decision',
  'report.minor_handling',
  'report.case_decision',
  'report.feedback',
  'report.dept_feedback',
  'report.close',
  'report.shelf_review',
  'report.suspension_review',
  'recusal.decide',
  'clar.assess',
  'clar.review',
  'clar.approve',
  'clar.carry_out',
  'clar.follow_up',
  'clar.archive',
  'fa.investigate',
  'fa.approve',
  'fa.handle',
  'tol.apply',
  'tol.accept',
  'tol.cure',
  'tol.verify',
  'tol.decide',
  'tol.deliver',
  'tol.record',
  'prefile.screen',
  'prefile.check',
  'prefile.decide',
  'prefile.validity',
  'rect.plan',
  'rect.item',
  'rect.check',
  'rect.look_back',
  'rect.archive',
  'service.period',
  'service.lift',
  'service.return_visit',
  'service.use_review',
  'service.hold',
  'appeal.window',
  'appeal.accept',
  'appeal.cure',
  'appeal.decide',
  'appeal.deliver',
  'appeal.execute',
  'perf.review',
  'perf.conclude',
] as const;

export type ClockKey = (typeof CLOCK_KEYS)[number];

/**
 * Clocks that no suspension stops (domain brief 4.9): what is owed to the reporter, and the review of the suspension
 * itself, which would otherwise never come.
 */
export const NEVER_PAUSED: readonly ClockKey[] = [
  'report.receipt_ack',
  'report.feedback',
  'report.dept_feedback',
  'report.suspension_review',
];
