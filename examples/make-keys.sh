#!/bin/sh
# Makes the five keys that complaint-to-clarification.sh acts with, one for each person, and prints them as NAME=secret.
# On the embedded database one process owns the data folder, so run it before the server starts; README.md says how.
set -eu

# How to start the command; `npx leeway` builds what is not built yet.
CLI=${CLI:-npx leeway}

key() { # NAME, words for whom, person, roles
  # CLI is split on purpose: it may hold a program and its file.
  # shellcheck disable=SC2086
  secret=$($CLI keys create --name "$2" --person "$3" --roles "$4")
  printf '%s=%s\n' "$1" "$secret"
}

key KEY_RECEPTION 'Reception' p-reception reception_officer
key KEY_HANDLER 'First handler' p-handler handler
key KEY_HEAD 'Head of the department' p-head handling_dept_head
key KEY_APPROVER 'Leader who approves' p-approver approver_incharge,approver_head
key KEY_SUPERVISOR 'Case supervision' p-supervisor case_supervisor
