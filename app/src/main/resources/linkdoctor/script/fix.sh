#!/usr/bin/env bash
#
# Repairs the way to {{{heading}}}.
# Written by {{{tool}}}. It changes Azure: read it before you run it.
#
{{#steps}}
#   {{{number}}}. {{{title}}}
{{/steps}}
#
# Each step reads the present state first, so that a second run changes nothing, and keeps what it
# was in the folder {{{record}}}, from which rollback.sh takes the steps back.

{{>common.sh}}

usage() {
    cat <<'END'
Usage: bash fix.sh [--dry-run] [--allow-lockout] [--only STEPS] [--with STEPS]
  --dry-run        shows what would be changed, and changes nothing
  --allow-lockout  also makes the steps that can lock clients out, once the private path has answered
  --only STEPS     makes these steps alone, for example 1,3
  --with STEPS     also makes these steps, which cost money or undo what somebody may have decided
Exit code: 0 the steps are made or need not be, 1 one could not be made, 2 wrong usage.
END
}

allow_lockout=no
only=
with=
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=yes ;;
        --allow-lockout) allow_lockout=yes ;;
        --only | --with)
            [[ ${2:-} =~ ^[0-9]+(,[0-9]+)*$ ]] || stop 2 "$1 takes the numbers of steps, for example 1,3."
            if [ "$1" = --only ]; then only=$2; else with=$2; fi
            shift
            ;;
        --help | -h) usage; exit 0 ;;
        *) stop 2 "There is no option $1; --help names those there are." ;;
    esac
    shift
done

host={{host}}
addresses=({{#addresses}}{{^-first}} {{/-first}}{{this}}{{/addresses}})
caution=
left_out=0
failed=0
changed=0

# Asks the vault from this machine as an application would, without credentials, and tells in $proof how that went.
answers_privately() {
    local sent to info tries=1
    [ "$changed" -eq 0 ] || tries=6
    while :; do
        if ! command -v curl >/dev/null; then
            proof='There is no curl on this machine to ask with.'
            return 1
        fi
        if sent=$(curl -sS -o /dev/null -D "$work/headers" -w '%{remote_ip} %{http_code}' --max-time 10 "https://$host/healthstatus" 2>"$work/curl"); then
            to=${sent% *}
            info=$(tr -d '\r' <"$work/headers" | grep -i '^x-ms-keyvault-network-info:' | tail -n 1 | cut -d ' ' -f 2-) || info=
            proof="$host at $to answered with ${sent#* }; Key Vault says of the way: ${info:-nothing}"
            case $info in
                *conn_type=PrivateLink* | *private_endpoint=*) return 0 ;;
                *conn_type=* | '') ;;
                # The old form of the answer names no kind of way; sent to the endpoint's address it came over the endpoint.
                *) if listed "$to" "$(IFS=,; printf '%s' "${addresses[*]-}")"; then return 0; fi ;;
            esac
        else
            proof="$host did not answer: $(head -n 1 "$work/curl")"
        fi
        if [ "$tries" -eq 6 ]; then
            say '   Not yet. What was changed may take a moment to arrive: asking again for up to a minute.'
        fi
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 10
    done
}

# Whether a step is asked for: its number, its caution, its title.
begins() {
    number=$1
    caution=$2
    if [ -n "$only" ] && ! listed "$number" "$only"; then
        return 1
    fi
    say ''
    say "Step $number of {{{steps.size}}}: $3"
    if [ "$caution" = request ] && ! listed "$number" "$with,$only"; then
        say "   Left out: it costs money or undoes what somebody may have decided. It is made with --with $number."
        left_out=$((left_out + 1))
        return 1
    fi
    if [ "$caution" = lockout ] && [ "$allow_lockout" = no ]; then
        say '   Left out: it can lock clients out. It is made with --allow-lockout.'
        left_out=$((left_out + 1))
        return 1
    fi
}

# Whether the step is still to be made: the first argument is what it comes to, the others how that is told. What is
# there now is kept; the first record stays, since it is what was there before this script.
needed() {
    local becomes=$1
    shift
    if [ "$unread" = no ] && holds "$@"; then
        say '   Nothing to do: it is so already.'
        return 1
    fi
    if [ "$unread" = yes ]; then
        say "   Now: not known, since it could not be read; then: $becomes."
        return 0
    fi
    say "   Now: $(told "$state"); then: $becomes."
    if [ "$dry_run" = yes ]; then
        return 0
    fi
    if [ "$caution" = lockout ] && ! answers_privately; then
        say "   Not made: the private path has not answered, and this step would leave no other. $proof"
        failed=$((failed + 1))
        return 1
    fi
    mkdir -p -- "$record"
    if [ ! -e "$record/$number" ]; then
        printf '%s\n' "$state" >"$record/.$number"
        mv -- "$record/.$number" "$record/$number"
    fi
    changed=$((changed + 1))
}

{{#any}}
ready
{{/any}}
{{#steps}}

# --- Step {{{number}}}: {{{title}}}
{{#comments}}
# {{{this}}}
{{/comments}}
if begins {{{number}}} {{caution}} {{title}}; then
    look {{path}} \
        {{{query}}}
    if needed {{becomes}} {{{wanted}}}; then
        {{#commands}}
        {{{this}}}
        {{/commands}}
    fi
fi
{{/steps}}
{{#hands}}
{{#-first}}

say ''
say 'What only a person can do:'
{{/-first}}
say ''
say {{summary}}
say "   "{{because}}
{{#lines}}
say "   - "{{this}}
{{/lines}}
{{/hands}}

say ''
if [ "$dry_run" = yes ]; then
    say 'Nothing was changed: this was a dry run.'
    exit 0
fi
say 'Proof from this machine:'
if answers_privately; then
    say "   The private path works. $proof"
else
    say "   Not proven from here. $proof"
    say '   Where this machine is no client of the vault, ask from one; names resolved before keep their old answer for as long as their time to live.'
fi
say "Run the checklist again: "{{again}}
if [ "$left_out" -gt 0 ]; then
    say "Steps left out: $left_out."
fi
if [ "$failed" -gt 0 ]; then
    stop 1 "Steps not made: $failed; each says why above."
fi
