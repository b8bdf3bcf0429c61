#!/usr/bin/env bash
#
# Takes back what fix.sh changed on the way to {{{heading}}}.
# Written by {{{tool}}}. It changes Azure: read it before you run it.
#
# It knows what was there before from the folder {{{record}}}, which fix.sh made; steps that were not
# made are not taken back, and what has been taken back is not taken back twice.

{{>common.sh}}

usage() {
    cat <<'END'
Usage: bash rollback.sh [--dry-run] [--only STEPS]
  --dry-run     shows what would be changed, and changes nothing
  --only STEPS  takes these steps back alone, for example 1,3
Exit code: 0 what can be taken back is, 1 a step could not be, 2 wrong usage.
END
}

only=
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=yes ;;
        --only)
            [[ ${2:-} =~ ^[0-9]+(,[0-9]+)*$ ]] || stop 2 '--only takes the numbers of steps, for example 1,3.'
            only=$2
            shift
            ;;
        --help | -h) usage; exit 0 ;;
        *) stop 2 "There is no option $1; --help names those there are." ;;
    esac
    shift
done

before=
taken=0
rest=()

# Whether a step was made and is to be taken back: its number, its title.
made() {
    number=$1
    if [ ! -e "$record/$number" ] || { [ -n "$only" ] && ! listed "$number" "$only"; }; then
        return 1
    fi
    before=$(cat -- "$record/$number")
    say ''
    say "Step $number: $2"
}

# Whether the state is another one than before.
differs() {
    if [ "$unread" = yes ]; then
        say "   Now: not known, since it could not be read; before: $(told "$before")."
        return 0
    fi
    if [ "$(sorted "$state")" = "$(sorted "$before")" ]; then
        say '   Nothing to do: it is as it was.'
        return 1
    fi
    say "   Now: $(told "$state"); before: $(told "$before")."
}

# The line that was read before, counted from 0, or $2 where the value was missing.
was() {
    local line
    line=$(printf '%s\n' "$before" | sed -n "$(($1 + 1))p")
    if [ -z "$line" ] || [ "$line" = - ]; then
        line=$2
    fi
    printf '%s' "$line"
}

# Puts the lines that were read before into $rest, from $1 on.
was_from() {
    local line
    rest=()
    while IFS= read -r line; do
        if [ -n "$line" ]; then
            rest+=("$line")
        fi
    done < <(printf '%s\n' "$before" | tail -n "+$(($1 + 1))")
}

# The step is taken back, or there is nothing to take back.
forget() {
    if [ "$dry_run" = no ]; then
        rm -f -- "$record/$number"
        taken=$((taken + 1))
    fi
}

{{#any}}
ready
{{/any}}
{{#backwards}}

# --- Step {{{number}}}: {{{title}}}
if made {{{number}}} {{title}}; then
    {{#never}}
    say "   It cannot be taken back. "{{never}}
    {{/never}}
    {{^never}}
    look {{path}} \
        {{{query}}}
    if differs; then
        {{#ways}}
        {{#rest}}
        was_from {{{from}}}
        {{/rest}}
        {{#there}}
        if [ -n "$before" ]; then
            {{#commands}}
            {{{this}}}
            {{/commands}}
        fi
        {{/there}}
        {{#missing}}
        if [ -z "$before" ]; then
            {{#commands}}
            {{{this}}}
            {{/commands}}
        fi
        {{/missing}}
        {{#each}}
        was_from 1
        for each in ${rest[@]+"${rest[@]}"}; do
            {{#commands}}
            {{{this}}}
            {{/commands}}
        done
        {{/each}}
        {{#always}}
        {{#commands}}
        {{{this}}}
        {{/commands}}
        {{/always}}
        {{/ways}}
        {{#remark}}
        say "   "{{remark}}
        {{/remark}}
    fi
    {{/never}}
    forget
fi
{{/backwards}}

say ''
if [ "$dry_run" = yes ]; then
    say 'Nothing was changed: this was a dry run.'
elif [ "$taken" -eq 0 ]; then
    say "There was nothing to take back: $record holds no record of a step."
else
    rmdir -- "$record" 2>/dev/null || true
    say "Steps dealt with: $taken. Run the checklist again: "{{again}}
fi
