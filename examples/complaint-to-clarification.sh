#!/bin/sh
# One complaint from its receipt to the archived clarification, by curl: a report under a real name on two points, both
# untrue; the person's name is cleared by a letter and a meeting. It moves the clock of a sandbox through half a year.
# How to run it and what to expect: README.md beside this file. Needs a POSIX shell, curl and node (which reads JSON).
set -eu

URL=${URL:-http://127.0.0.1:3000}
for key in KEY_RECEPTION KEY_HANDLER KEY_HEAD KEY_APPROVER KEY_SUPERVISOR; do
  eval "value=\${$key:-}"
  if [ -z "$value" ]; then
    echo "$key is not set: make the keys with examples/make-keys.sh and read them in, see examples/README.md." >&2
    exit 2
  fi
done
reply=$(mktemp)
trap 'rm -f "$reply"' EXIT

# --- The API, in a few words -------------------------------------------------------------------------------------------

# Reads the latest reply: an expression over `it`, the parsed body.
read_reply() {
  node -e 'const it = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); console.log(eval(process.argv[2]))' \
    "$reply" "$1"
}

# METHOD PATH KEY, then curl's own options. Leaves the body in $reply and the status in $status.
call() {
  method=$1 path=$2 key=$3
  shift 3
  status=$(curl -sS -o "$reply" -w '%{http_code}' -X "$method" -H "Authorization: Bearer $key" \
    -H 'Content-Type: application/json' "$@" "$URL$path")
}

# Stops when the latest reply is not what was wanted, and shows the API's reason.
expect() {
  if [ "$status" != "$1" ]; then
    echo "  $status instead of $1: $(read_reply '`${it.code} ${it.detail} ${JSON.stringify(it.errors ?? it.guard ?? "")}`')" >&2
    exit 1
  fi
}

date_of() { # the date of a day, counted from day 0
  node -p 'new Date(Date.parse(process.argv[1]) + process.argv[2] * 864e5).toISOString().slice(0, 10)' "$DAY_0" "$1"
}

# Moves the sandbox's clock to ten in the morning, China time, of a day.
day() {
  DATE=$(date_of "$1")
  echo
  echo "Day $1, $DATE"
  call PUT /api/v1/sandbox/clock "$KEY_SUPERVISOR" -d "{\"now\": \"${DATE}T10:00:00+08:00\"}"
  expect 200
}

# The running clocks of a case, with the days they are due.
clocks_of() {
  call GET "/api/v1/cases/$1/clocks" "$KEY_SUPERVISOR"
  expect 200
  read_reply 'it.items.filter((c) => c.isRunning).map((c) => `${c.clock} due ${c.dueOn}`).join(", ") || "none running"'
}

# WHO KEY CASE EVENT DATA: reads the case, then sends the event for the version that was read.
act() {
  who=$1 key=$2 case=$3 event=$4 data=$5
  call GET "/api/v1/cases/$case" "$key"
  expect 200
  version=$(read_reply it.version)
  call POST "/api/v1/cases/$case/events" "$key" -H "If-Match: \"$version\"" -d "{\"type\": \"$event\", \"data\": $data}"
  expect 200
  echo "  $who: POST /cases/…/events $event -> $(read_reply '`${it.procedure} is ${it.state}, version ${it.version}`')"
  echo "      clocks: $(clocks_of "$case")"
}

# The case of a family that a step opened, by procedure and point.
linked_case() {
  call GET "/api/v1/cases/$1/family" "$KEY_SUPERVISOR"
  expect 200
  for id in $(read_reply "it.items.filter((m) => m.procedure === '$2').map((m) => m.id).join(' ')"); do
    call GET "/api/v1/cases/$id" "$KEY_SUPERVISOR"
    expect 200
    if [ "$(read_reply it.summary.point)" = "$3" ]; then
      echo "$id"
      return
    fi
  done
  echo "no $2 on $3 was opened" >&2
  exit 1
}

# --- The story -----------------------------------------------------------------------------------------------------------

call GET /api/v1/sandbox/clock "$KEY_SUPERVISOR"
expect 200
# Day 0 is the first Monday ahead.
DAY_0=$(read_reply '(() => { const day = new Date(Date.parse(it.now) + 864e5); while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1); return day.toISOString().slice(0, 10) })()')
echo "The sandbox's clock stands at $(read_reply it.now)."

day 0
call POST /api/v1/cases "$KEY_RECEPTION" -H "Idempotency-Key: \"example-$DAY_0\"" -d '{
  "procedure": "complaint",
  "data": {
    "onBehalfOf": "reporter", "channel": "visit", "isRealName": true, "subject": "p-deputy",
    "reporter": {"name": "A Teacher", "contact": "by phone, 0000-0000"},
    "content": "Had a cousin hired; travelled at public cost."
  }
}'
expect 201
COMPLAINT=$(read_reply it.id)
echo "  reception: POST /cases -> complaint $COMPLAINT is $(read_reply it.state)"
echo "      clocks: $(clocks_of "$COMPLAINT")"
act reception "$KEY_RECEPTION" "$COMPLAINT" REGISTER '{}'

day 2
act reception "$KEY_RECEPTION" "$COMPLAINT" CONFIRM_IDENTITY '{"result": "confirmed_real_name", "manner": "phone"}'

day 3
act reception "$KEY_RECEPTION" "$COMPLAINT" ACCEPT '{}'
act reception "$KEY_RECEPTION" "$COMPLAINT" HAND_OVER '{
  "supervisorInformed": true,
  "allegations": [
    {"point": "cousin-hired", "subject": "p-deputy"},
    {"point": "trip-at-public-cost", "subject": "p-deputy"}
  ]
}'
HIRING=$(linked_case "$COMPLAINT" allegation cousin-hired)
TRIP=$(linked_case "$COMPLAINT" allegation trip-at-public-cost)
echo "      opened allegation $HIRING on the hiring"
echo "      opened allegation $TRIP on the trip"

day 9
act reception "$KEY_RECEPTION" "$COMPLAINT" DELIVER_NOTICE "{\"deliveredOn\": \"$DATE\"}"

day 24
for allegation in "$HIRING" "$TRIP"; do
  act head "$KEY_HEAD" "$allegation" PROPOSE_DISPOSITION \
    '{"disposition": "preliminary_verification", "isRecusalClear": true, "isStudiedCollectively": true}'
done

day 25
for allegation in "$HIRING" "$TRIP"; do
  act approver "$KEY_APPROVER" "$allegation" APPROVE_DISPOSITION '{"disposition": "preliminary_verification"}'
done

day 39
for allegation in "$HIRING" "$TRIP"; do
  act handler "$KEY_HANDLER" "$allegation" RECORD_INTERVIEW \
    '{"participants": ["p-head"], "record": "The files are gone through, point by point."}'
done

day 63
for allegation in "$HIRING" "$TRIP"; do
  act handler "$KEY_HANDLER" "$allegation" SUBMIT_VERIFICATION_REPORT \
    '{"participants": ["p-head"], "finding": "untrue", "evidence": ["e1"], "report": "Nothing bears it out."}'
done

# What a refusal looks like: who verified does not approve.
call GET "/api/v1/cases/$HIRING" "$KEY_HANDLER"
version=$(read_reply it.version)
call POST "/api/v1/cases/$HIRING/events" "$KEY_HANDLER" -H "If-Match: \"$version\"" \
  -d '{"type": "APPROVE_FINDINGS", "data": {}}'
expect 403
echo "  handler: POST /cases/…/events APPROVE_FINDINGS -> 403 $(read_reply '`${it.code}: ${it.detail} (${it.guard})`')"

for allegation in "$HIRING" "$TRIP"; do
  act approver "$KEY_APPROVER" "$allegation" APPROVE_FINDINGS '{}'
done
HIRING_CLEARED=$(linked_case "$COMPLAINT" clarification cousin-hired)
TRIP_CLEARED=$(linked_case "$COMPLAINT" clarification trip-at-public-cost)
echo "      opened clarification $HIRING_CLEARED on the hiring; clocks: $(clocks_of "$HIRING_CLEARED")"
echo "      opened clarification $TRIP_CLEARED on the trip; clocks: $(clocks_of "$TRIP_CLEARED")"
echo "      the complaint's clocks: $(clocks_of "$COMPLAINT")"

day 66
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act head "$KEY_HEAD" "$clarification" ASSESS_NEEDED \
    '{"ground": "advancement_affected", "damage": "unit", "reason": "Stands for promotion."}'
done

day 70
act handler "$KEY_HANDLER" "$COMPLAINT" GIVE_FEEDBACK "{\"givenOn\": \"$DATE\"}"
act head "$KEY_HEAD" "$COMPLAINT" CLOSE '{"isChecklistComplete": true}'

day 72
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act supervisor "$KEY_SUPERVISOR" "$clarification" PASS_CHECK '{"reason": "No objection in the joint check."}'
  act handler "$KEY_HANDLER" "$clarification" CONSULT_SUBJECT \
    '{"agrees": true, "forms": ["written", "meeting"], "circle": "department"}'
done

day 74
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act approver "$KEY_APPROVER" "$clarification" APPROVE '{"nothingSealedInText": true}'
done

day 80
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act handler "$KEY_HANDLER" "$clarification" CARRY_OUT \
    "{\"form\": \"written\", \"recipients\": [\"unit-leadership\", \"p-deputy\"], \"deliveredOn\": \"$DATE\"}"
done

day 85
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act handler "$KEY_HANDLER" "$clarification" CARRY_OUT \
    '{"form": "meeting", "recipients": ["department-meeting"]}'
  act head "$KEY_HEAD" "$clarification" COMPLETE '{}'
done

day 170
for clarification in "$HIRING_CLEARED" "$TRIP_CLEARED"; do
  act handler "$KEY_HANDLER" "$clarification" FOLLOW_UP \
    "{\"participants\": [\"p-head\"], \"visitedOn\": \"$DATE\", \"harmContinues\": false, \"record\": \"At ease.\"}"
  act supervisor "$KEY_SUPERVISOR" "$clarification" ARCHIVE '{}'
done

# --- The end -------------------------------------------------------------------------------------------------------------

echo
call GET "/api/v1/cases/$COMPLAINT/family" "$KEY_SUPERVISOR"
expect 200
ending=$(read_reply 'it.items.map((m) => `${m.procedure} ${m.state}`).sort().join(", ")')
echo "The family at the end: $ending."
wanted='allegation closed_untrue, allegation closed_untrue, clarification archived, clarification archived, complaint closed_untrue'
if [ "$ending" != "$wanted" ]; then
  echo "That is not how it should end: $wanted." >&2
  exit 1
fi
echo "Done."
