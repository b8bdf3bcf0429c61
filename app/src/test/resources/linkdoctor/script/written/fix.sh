#!/usr/bin/env bash
#
# Repairs the way to fabrikam.vault.azure.net as seen at 2026-03-02 09:00:00 UTC.
# Written by linkdoctor test. It changes Azure: read it before you run it.
#
#   1. Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
#
# Each step reads the present state first, so that a second run changes nothing, and keeps what it
# was in the folder before-753ae88a, from which rollback.sh takes the steps back.

set -euo pipefail
umask 077
# Git Bash would take resource ids for paths of its own.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'

dry_run=no
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
record=$here/before-753ae88a
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
number=0
state=
reads=yes
unread=no

say() { printf '%s\n' "$*"; }

# Ends the script: $1 is the exit code, then one sentence.
stop() {
    local code=$1
    shift
    printf '%s\n' "$*" >&2
    exit "$code"
}

# What az said when it failed, without its notices about itself.
why() { grep -v -e '^WARNING' -e '^ERROR: Error loading command module' -- "$work/said" || true; }

# Whether $1 is among what stands between commas in $2.
listed() {
    case ",$2," in
        *",$1,"*) return 0 ;;
        *) return 1 ;;
    esac
}

# The lines of a text in one order and case, to compare them.
sorted() { printf '%s\n' "$1" | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort; }

# The state as one reads it in a line.
told() {
    if [ -z "$1" ]; then
        say 'not there'
    else
        printf '%s\n' "$1" | paste -s -d ',' - | sed 's/,/, /g'
    fi
}

# Reads the present state into $state, one value a line; nothing when what is asked for is not there.
# $1 is the path at Azure Resource Manager, $2 what of the answer counts.
look() {
    local code=0
    state=
    unread=no
    if [ "$reads" = no ]; then
        unread=yes
        return 0
    fi
    state=$(az rest --method get --url "$1" --query "$2" --output tsv 2>"$work/said" </dev/null) || code=$?
    state=${state//$'\r'/}
    if [ "$code" -eq 0 ]; then
        return 0
    fi
    state=
    if grep -Eq '"code": ?"(Resource|ResourceGroup|ParentResource|Vault)?NotFound"' "$work/said"; then
        return 0
    fi
    if [ "$dry_run" = yes ]; then
        unread=yes
        return 0
    fi
    why >&2
    stop 1 "Step $number: the present state could not be read, so nothing was changed in this step. The steps before it are made; run this script again when it can be read."
}

# Whether the state is as wanted: is, has or lacks these values, or there, or gone.
holds() {
    local how=$1 value
    shift
    case $how in
        there) [ -n "$state" ] ;;
        gone) [ -z "$state" ] ;;
        is) [ "$(sorted "$state")" = "$(sorted "$(printf '%s\n' "$@")")" ] ;;
        has) for value in "$@"; do grep -Fixq -e "$value" <<<"$state" || return 1; done ;;
        lacks) for value in "$@"; do if grep -Fixq -e "$value" <<<"$state"; then return 1; fi; done ;;
    esac
}

# Runs one command that changes Azure, or shows it.
change() {
    say "   $(printf '%q ' "$@")"
    if [ "$dry_run" = yes ]; then
        return 0
    fi
    if ! "$@" --output none 2>"$work/said" </dev/null; then
        why >&2
        stop 1 "Step $number did not come to an end: az refused it, as it says above. The steps before it are made, none after it was begun. Run this script again when the reason is gone."
    fi
}

# Whether az is there, in the right cloud and signed in where the steps are.
ready() {
    local arm subscriptions each
    local -a needed=(bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb)
    if ! command -v az >/dev/null; then
        not_ready 'There is no az on the path. Install the Azure CLI, or use the PowerShell script beside this one.'
        return 0
    fi
    arm=$(az cloud show --query endpoints.resourceManager --output tsv 2>"$work/said" </dev/null | tr -d '\r') || arm=
    if [ "$(sorted "${arm%/}")" != "$(sorted https://management.azure.com)" ]; then
        not_ready "az speaks with ${arm:-no cloud}, and the vault is in the cloud of "https://management.azure.com'. Choose that cloud by az cloud set, and sign in there.'
        return 0
    fi
    subscriptions=$(az account list --query '[].id' --output tsv 2>"$work/said" </dev/null | tr -d '\r') || subscriptions=
    for each in "${needed[@]}"; do
        if ! grep -Fixq -e "$each" <<<"$subscriptions"; then
            not_ready "az is not signed in where subscription $each can be seen. Sign in by az login, to the subscription's tenant."
            return 0
        fi
    done
}

# A dry run goes on without az, and says that nothing could be read.
not_ready() {
    if [ "$dry_run" = yes ]; then
        say "$1"
        reads=no
    else
        stop 1 "$1"
    fi
}

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

host=fabrikam.vault.azure.net
addresses=(10.1.1.5)
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
    say "Step $number of 1: $3"
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

ready

# --- Step 1: Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
# Finding  zone.competing: Record fabrikam with 10.1.1.5 stands in zone privatelink.vaultcore.azure.net (rg-trials, subscription bbbbbbbb…bbbb), which is linked to no network; this machine's questions are answered from zone privatelink.vaultcore.azure.net (rg-dns, subscription aaaaaaaa…aaaa).
# Changes  Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials.
# Risk     Clients of networks that resolve through that zone lose the answer.
# Needs    Microsoft.Network/privateDnsZones/A/delete
if begins 1 usual 'Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials'; then
    look '/subscriptions/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/resourceGroups/rg-trials/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/fabrikam?api-version=2020-06-01' \
        '[to_string(not_null(properties.ttl, '\''-'\'')), properties.aRecords[].ipv4Address[]][] | [?@]'
    if needed 'not there' gone; then
        change az network private-dns record-set a delete -g rg-trials -z privatelink.vaultcore.azure.net -n fabrikam --yes --subscription bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb
    fi
fi

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
say "Run the checklist again: "'linkdoctor check fabrikam'
if [ "$left_out" -gt 0 ]; then
    say "Steps left out: $left_out."
fi
if [ "$failed" -gt 0 ]; then
    stop 1 "Steps not made: $failed; each says why above."
fi
