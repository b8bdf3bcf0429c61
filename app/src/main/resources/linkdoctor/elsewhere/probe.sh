#!/usr/bin/env bash
# Looks at how this machine reaches one key vault, and prints what it saw for Link Doctor to read.
# It only reads: it changes nothing, sends no credentials, and takes a minute at most. Run it on the client itself:
#     bash probe.sh > output.txt
# or, for a virtual machine in Azure, from anywhere:
#     az vm run-command invoke -g RESOURCE-GROUP -n MACHINE --command-id RunShellScript --scripts @probe.sh -o json
if [ -z "${BASH_VERSION:-}" ]; then
    if [ -f "$0" ] && command -v bash >/dev/null 2>&1; then exec bash "$0"; fi
    echo "This script is for bash: run it as bash probe.sh." >&2
    exit 2
fi
set -uf
unset IFS
export LC_ALL=C

NAME={{name}}
LINK_NAME={{linkName}}
ADDRESSES=(
{{#addresses}}
    {{.}}
{{/addresses}}
)
SERVERS=(
{{#servers}}
    {{.}}
{{/servers}}
)
PLATFORM='ACC_CLOUD ACC_TERM_ID AZUREPS_HOST_ENVIRONMENT WEBSITE_SITE_NAME WEBSITE_INSTANCE_ID FUNCTIONS_WORKER_RUNTIME CONTAINER_APP_NAME TF_BUILD AGENT_ISSELFHOSTED'
PROXIES='HTTPS_PROXY https_proxy HTTP_PROXY http_proxy ALL_PROXY all_proxy NO_PROXY no_proxy'
LONGEST=52
COUNT=0
LINE_END='
'

# --- printing: one fact a line, its values percent-encoded, a point at the end to show that the line is whole

encode() { # $1 -> ENCODED
    local text=$1 i char hex
    ENCODED=''
    case $text in
        '') ENCODED=-; return ;;
        -) ENCODED=%2D; return ;;
        *[!A-Za-z0-9._~:/+=,@\;\(\)\*-]*) ;;
        *) ENCODED=$text; return ;;
    esac
    for ((i = 0; i < ${#text}; i++)); do
        char=${text:i:1}
        case $char in
            [A-Za-z0-9._~:/+=,@\;\(\)\*-]) ENCODED+=$char ;;
            *) printf -v hex '%02X' "'$char"; ENCODED+=%${hex: -2} ;;
        esac
    done
}

say() { # key value...
    local key=$1 line value
    shift
    COUNT=$((COUNT + 1))
    line="ld $COUNT $key"
    for value in "$@"; do
        encode "${value:0:900}"
        line+=" $ENCODED"
    done
    printf '%s .\n' "$line"
}

mark() { # begin | end N
    local host time name
    encode "$HOST"; host=$ENCODED
    encode "$(date -u +%Y-%m-%dT%H:%M:%SZ)"; time=$ENCODED
    encode "$NAME"; name=$ENCODED
    printf 'linkdoctor-probe/1 %s %s %s %s .\n' "$1" "$host" "$time" "$name"
}

# --- time: every step has a limit of its own, and the whole ends in time

now() { # -> NOW, milliseconds since the start
    if [ -n "${EPOCHREALTIME:-}" ]; then
        NOW=${EPOCHREALTIME/[.,]/}
        NOW=$((NOW / 1000 - START))
    else
        NOW=$((SECONDS * 1000))
    fi
}

limit() { # seconds -> LIMIT, of what is left; fails when nothing is
    LIMIT=$((LONGEST - SECONDS))
    if [ "$LIMIT" -gt "$1" ]; then LIMIT=$1; fi
    [ "$LIMIT" -gt 0 ]
}

have() { command -v "$1" >/dev/null 2>&1; }

bounded() { # seconds command...
    local seconds=$1
    shift
    if have timeout; then timeout "$seconds" "$@"; else "$@"; fi
}

next_line() { # takes the first line off REST -> LINE; fails when there is none
    if [ -z "$REST" ]; then return 1; fi
    LINE=${REST%%"$LINE_END"*}
    REST=${REST#*"$LINE_END"}
    LINE=${LINE%$'\r'}
}

split() { # $1 -> WORDS
    # shellcheck disable=SC2206 # splitting at blanks is what it is for; names are not expanded (set -f)
    WORDS=($1)
}

# --- this machine

machine() {
    local system=unknown line
    if [ -r /etc/os-release ]; then
        while IFS= read -r line || [ -n "$line" ]; do
            case $line in PRETTY_NAME=*) system=${line#PRETTY_NAME=}; system=${system//\"/} ;; esac
        done < /etc/os-release
    elif have uname; then
        system=$(uname -sr)
    fi
    say client "$HOST" "$system"
    interfaces
    environment
}

interfaces() {
    local one
    if have ip; then
        REST=$(bounded 3 ip -o address show up 2>/dev/null)$LINE_END
        while next_line; do
            split "$LINE"
            if [ "${#WORDS[@]}" -lt 4 ] || [ "${WORDS[1]}" = lo ]; then continue; fi
            case "${WORDS[2]} $LINE" in
                inet*' scope global'*) say address "${WORDS[1]}" "${WORDS[3]}" ;;
            esac
        done
    elif have hostname; then
        say missing ip
        split "$(bounded 3 hostname -I 2>/dev/null)"
        for one in ${WORDS[@]+"${WORDS[@]}"}; do say address - "$one"; done
    else
        say missing 'ip,hostname'
    fi
}

environment() { # what tells of a platform, and proxies without the user and password that may stand in them
    local name value
    for name in $PLATFORM; do
        value=${!name:-}
        if [ -n "$value" ]; then say env "$name" "${value:0:40}"; fi
    done
    for name in $PROXIES; do
        value=${!name:-}
        case $name:$value in
            *:) continue ;;
            [nN]*) ;;
            *://*@*) value=${value%%://*}://${value##*@} ;;
            *@*) value=${value##*@} ;;
        esac
        say env "$name" "$value"
    done
}

hosts_file() {
    local line number=0 found=0
    if [ ! -e /etc/hosts ]; then say hosts /etc/hosts absent; return; fi
    if [ ! -r /etc/hosts ]; then say hosts /etc/hosts denied; return; fi
    say hosts /etc/hosts read
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        if [ "$found" -lt 8 ] && names_vault "$line"; then
            found=$((found + 1))
            say hosts-line "$number" "${line:0:300}"
        fi
    done < /etc/hosts
}

names_vault() { # whether a line holds one of the vault's names, in any case
    local missed=0
    shopt -s nocasematch
    case ${1%%#*} in *"$NAME"* | *"$LINK_NAME"*) ;; *) missed=1 ;; esac
    shopt -u nocasematch
    return "$missed"
}

metadata() { # Azure's instance metadata service, if there is one
    local url='http://169.254.169.254/metadata/instance?api-version=2021-02-01' answer
    if ! have curl; then return; fi
    answer=$(curl -q -s -f --noproxy '*' --connect-timeout 1 -m 1 -H 'Metadata: true' "$url" 2>/dev/null)
    case $? in
        0) ;;
        22) say imds-none refused; return ;;
        28) say imds-none timeout; return ;;
        *) say imds-none unreachable; return ;;
    esac
    local resource location subscription network mac
    field "$answer" resourceId; resource=$FIELD
    field "$answer" location; location=$FIELD
    field "$answer" subscriptionId; subscription=$FIELD
    say imds "$resource" "$location" "$subscription"
    network=${answer#*\"interface\"}
    for _ in 1 2 3; do
        field "$network" macAddress; mac=$FIELD
        if [ -z "$mac" ]; then break; fi
        addresses_of "${network%%\"macAddress\"*}"
        say nic "$mac" "$IPS" "$SUBNETS"
        network=${network#*\"macAddress\"}
    done
}

field() { # the first "name": "text" in a document -> FIELD
    local rest
    FIELD=
    case $1 in
        *"\"$2\":\""*) rest=${1#*"\"$2\":\""} ;;
        *"\"$2\": \""*) rest=${1#*"\"$2\": \""} ;;
        *"\"$2\" : \""*) rest=${1#*"\"$2\" : \""} ;;
        *) return ;;
    esac
    FIELD=${rest%%\"*}
}

addresses_of() { # one interface of the document -> IPS, SUBNETS
    local rest=$1
    IPS='' SUBNETS=''
    while field "$rest" privateIpAddress && [ -n "$FIELD" ]; do
        IPS+=${IPS:+,}$FIELD
        rest=${rest#*\"privateIpAddress\"}
    done
    rest=$1
    while field "$rest" address && [ -n "$FIELD" ]; do
        local subnet=$FIELD
        rest=${rest#*\"address\"}
        field "$rest" prefix
        SUBNETS+=${SUBNETS:+,}$subnet/$FIELD
    done
}

# --- names

resolvers() { # -> RESOLVERS; behind systemd's stub, the servers that it asks
    RESOLVERS=()
    servers_in /etc/resolv.conf
    case " ${RESOLVERS[*]:-} " in
        *' 127.0.0.53 '*)
            if [ -r /run/systemd/resolve/resolv.conf ]; then
                RESOLVERS=()
                servers_in /run/systemd/resolve/resolv.conf
            elif have resolvectl; then
                RESOLVERS=()
                from_resolvectl
            fi ;;
    esac
    if [ "${#RESOLVERS[@]}" = 0 ]; then say resolvers-none; fi
}

add_resolver() { # file ip
    case " ${RESOLVERS[*]:-} " in *" $2 "*) return ;; esac
    if [ "${#RESOLVERS[@]}" -ge 4 ]; then return; fi
    RESOLVERS+=("$2")
    say resolver "$1" "$2"
}

servers_in() {
    local line from=$1
    if [ ! -r "$1" ]; then return; fi
    while IFS= read -r line || [ -n "$line" ]; do
        split "${line%%[#;]*}"
        if [ "${WORDS[0]:-}" = nameserver ] && [ -n "${WORDS[1]:-}" ]; then add_resolver "$from" "${WORDS[1]}"; fi
    done < "$1"
}

from_resolvectl() {
    local word
    split "$(bounded 3 resolvectl dns 2>/dev/null)"
    for word in ${WORDS[@]+"${WORDS[@]}"}; do
        case $word in *[!0-9A-Fa-f.:]* | *:) ;; *.*.*.* | *:*:*) add_resolver resolvectl "$word" ;; esac
    done
}

system_resolution() { # what an application on this machine gets, hosts file included
    local answer code at ips=''
    if ! have getent; then say missing getent; return; fi
    if ! limit 3; then say skipped system; return; fi
    now; at=$NOW
    answer=$(bounded "$LIMIT" getent ahosts "$NAME" 2>/dev/null); code=$?
    now
    REST=$answer$LINE_END
    while next_line; do
        split "$LINE"
        case ",$ips," in *",${WORDS[0]:-},"*) ;; *) ips+=${ips:+,}${WORDS[0]:-} ;; esac
    done
    ips=${ips#,}
    case $code in 124 | 137) ips=timeout ;; esac
    say system "$at" "$((NOW - at))" "${ips:-none}"
}

name_servers() { # each once, this machine's own first
    local one asked=''
    DNS_TOOL=''
    for one in dig host nslookup; do
        if have "$one"; then DNS_TOOL=$one; break; fi
    done
    if [ -z "$DNS_TOOL" ]; then say missing 'dig,host,nslookup'; return; fi
    say tool "$DNS_TOOL"
    for one in ${RESOLVERS[@]+"${RESOLVERS[@]}"} 168.63.129.16 ${SERVERS[@]+"${SERVERS[@]}"}; do
        case " $asked " in *" $one "*) continue ;; esac
        asked+=" $one"
        ask_twice "$one"
    done
}

ask_twice() { # answers that take turns show
    local first at
    if ! limit 3; then say skipped "dns $1"; return; fi
    now; at=$NOW
    ask "$1"
    now
    say dns "$at" "$((NOW - at))" "$1" "$STATUS" ${RECORDS[@]+"${RECORDS[@]}"}
    case $STATUS in timeout | refused | unreachable) return ;; esac
    first="$STATUS ${RECORDS[*]:-}"
    if ! limit 3; then return; fi
    now; at=$NOW
    ask "$1"
    now
    if [ "$first" = "$STATUS ${RECORDS[*]:-}" ]; then
        say dns-again "$at" "$((NOW - at))" "$1"
    else
        say dns "$at" "$((NOW - at))" "$1" "$STATUS" ${RECORDS[@]+"${RECORDS[@]}"}
    fi
}

ask() { # server -> STATUS, RECORDS
    RECORDS=()
    ask_for A "$1"
    if [ "$STATUS" != NOERROR ]; then return; fi
    local of_a=(${RECORDS[@]+"${RECORDS[@]}"}) one
    RECORDS=()
    ask_for AAAA "$1"
    STATUS=NOERROR
    for one in ${RECORDS[@]+"${RECORDS[@]}"}; do
        case $one in *,AAAA,*) of_a+=("$one") ;; esac
    done
    RECORDS=(${of_a[@]+"${of_a[@]}"})
}

ask_for() { # type server[:port]
    local type=$1 ip=$2 port=53 answer
    case $ip in
        '['*']:'*) port=${ip##*:}; ip=${ip%]:*}; ip=${ip#[} ;;
        *:*:*) ;;
        *:*) port=${ip##*:}; ip=${ip%:*} ;;
    esac
    if ! limit 3; then STATUS=timeout; return; fi
    case $DNS_TOOL in
        dig) answer=$(bounded "$LIMIT" dig +noall +comments +answer +time=2 +tries=1 -p "$port" "@$ip" -q "$NAME" -t "$type" 2>&1) ;;
        host) answer=$(bounded "$LIMIT" host -v -W 2 -R 1 -p "$port" -t "$type" "$NAME." "$ip" 2>&1) ;;
        nslookup) answer=$(bounded "$LIMIT" nslookup -debug -timeout=2 -retry=0 -port="$port" -type="$type" "$NAME." "$ip" 2>&1) ;;
    esac
    read_answer "$answer"
}

read_answer() { # what dig, host -v or nslookup -debug printed -> STATUS, RECORDS
    local owner='' before='' pending='' in_answers=1
    STATUS=''
    REST=$1$LINE_END
    while next_line; do
        split "$LINE"
        case $LINE in
            *'->>HEADER<<-'*status:*) STATUS=${LINE#*status: }; STATUS=${STATUS%%,*} ;;
            *ANSWERS:*) in_answers=1; STATUS=${STATUS:-NOERROR} ;;
            *'AUTHORITY RECORDS:'* | *'ADDITIONAL RECORDS:'* | *QUESTIONS:*) in_answers=0; STATUS=${STATUS:-NOERROR} ;;
            *"server can't find"*) STATUS=${WORDS[${#WORDS[@]}-1]} ;;
            *'refused'*';;'* | ';;'*refused* | *'onnection refused'*) STATUS=refused ;;
            *nreachable*) STATUS=${STATUS:-unreachable} ;;
            *'timed out'* | *'no servers could be reached'*) STATUS=${STATUS:-timeout} ;;
            ';'* | '') ;;
            *'->  '*) owner=${WORDS[1]:-} ;;
            *'canonical name = '*) pending="CNAME,${WORDS[3]:-}" ;;
            *'internet address = '*) pending="A,${WORDS[3]:-}" ;;
            *'AAAA address '*) pending="AAAA,${WORDS[${#WORDS[@]}-1]}" ;;
            *'ttl = '*)
                if [ "$in_answers" = 1 ] && [ -n "$pending" ]; then record "$owner" "${WORDS[2]:-0}" "${pending%%,*}" "${pending#*,}"; fi
                pending='' ;;
            *)
                case "${WORDS[2]:-} ${WORDS[3]:-}" in
                    'IN CNAME' | 'IN A' | 'IN AAAA') record "${WORDS[0]}" "${WORDS[1]}" "${WORDS[3]}" "${WORDS[4]:-}" ;;
                esac ;;
        esac
    done
    STATUS=${STATUS:-timeout}
}

record() { # owner ttl type data; an owner that the record before pointed to is left out
    local owner=${1%.} data=${4%.}
    if [ "${#RECORDS[@]}" -ge 12 ]; then return; fi
    if [ "$owner" = "$before" ]; then owner=; fi
    if [ "$3" = CNAME ]; then before=$data; fi
    RECORDS+=("$owner,$2,$3,$data")
}

# --- requests

by_name() { # as an application here asks, by the proxy where one is set
    local name
    if ! have curl; then say missing curl; return; fi
    have openssl || say missing openssl
    PROXIED=''
    for name in HTTPS_PROXY https_proxy ALL_PROXY all_proxy; do PROXIED+=${!name:-}; done
    LAST=('' '' '' '' '' '')
    SHOWN=''
    request name /healthstatus
    NAMED=$STAGE
}

beside() { # by each address of the endpoint, past the proxy, and without a sign-in where one is needed
    local one
    if ! have curl; then return; fi
    for one in ${ADDRESSES[@]+"${ADDRESSES[@]}"}; do request "$one" /healthstatus --noproxy '*' --resolve "$NAME:443:$one"; done
    if [ -n "$PROXIED" ]; then request direct /healthstatus --noproxy '*'; fi
    if [ "$NAMED" = ok ]; then request secrets '/secrets?api-version=7.4'; fi
}

request() { # route path options...
    local route=$1 path=$2 answer code at to=/dev/null
    shift 2
    STAGE=none
    if ! limit 10; then say skipped "request $route"; return; fi
    if [ "$route" = secrets ]; then to=-; fi
    now; at=$NOW
    answer=$(curl -q -s -S -v --connect-timeout 5 -m "$LIMIT" --max-filesize 65536 -o "$to" "$@" \
        -w '\nlinkdoctor-times %{http_code} %{remote_ip} %{time_connect} %{time_appconnect} %{http_connect}\n' \
        "https://$NAME$path" 2>&1 | tr -d '\000'; exit "${PIPESTATUS[0]}"); code=$?
    now
    read_request "$answer"
    stage "$code"
    say request "$at" "$((NOW - at))" "$route" "$REMOTE" "$STAGE" "$KIND" "$PROTOCOL" "${MESSAGE:0:200}"
    case $route:$STAGE in secrets:*) ;; *:cert | *:http | *:ok) certificate "$route" "$REMOTE" ;; esac
    if [ "$STAGE" = ok ]; then answer_of "$route"; fi
}

read_request() { # takes what curl told apart
    HTTP=000 REMOTE='' CONNECT=0 SECURED=0 PROXY_SAID=000 MESSAGE='' WHY='' VIA='' PROTOCOL='' SUBJECT='' ISSUER='' EXPIRES='' BODY=''
    HEADERS=('' '' '' '' '' '')
    REST=$1$LINE_END
    while next_line; do
        case $LINE in
            linkdoctor-times*) split "$LINE"
                if [ "${#WORDS[@]}" = 6 ]; then HTTP=${WORDS[1]} REMOTE=${WORDS[2]} CONNECT=${WORDS[3]} SECURED=${WORDS[4]} PROXY_SAID=${WORDS[5]}
                else HTTP=${WORDS[1]:-000} CONNECT=${WORDS[2]:-0} SECURED=${WORDS[3]:-0} PROXY_SAID=${WORDS[4]:-000}; fi ;;
            'curl: ('*) if [ -z "$MESSAGE" ]; then MESSAGE=${LINE#curl: }; MESSAGE=${MESSAGE#*) }; fi ;;
            '* '*'mmediate connect fail'* | '* connect to '*) WHY=$LINE ;;
            '* Uses proxy env variable '[HhAa]*) # without the user and password that may stand in it
                VIA=${LINE#*"'"}; VIA=${VIA%"'"*}; VIA=${VIA##*@}; VIA=${VIA#*://}; VIA=${VIA%%/*} ;;
            '* SSL connection using '*) PROTOCOL=${LINE#'* SSL connection using '}; PROTOCOL=${PROTOCOL%% *} ;;
            '* '*subject:\ *) SUBJECT=${LINE#*subject: } ;;
            '* '*issuer:\ *) ISSUER=${LINE#*issuer: } ;;
            '* '*expire\ date:\ *) EXPIRES=${LINE#*expire date: } ;;
            '< HTTP/'*) HEADERS=('' '' '' '' '' '') ;;
            '< '*) header "${LINE#< }" ;;
            '{"'*) BODY=${LINE:0:700} ;;
        esac
    done
}

header() {
    local value=${1#*:}
    value=${value# }
    shopt -s nocasematch
    case ${1%%:*} in
        x-ms-keyvault-network-info) HEADERS[0]=$value ;;
        x-ms-keyvault-service-version) HEADERS[1]=$value ;;
        x-ms-keyvault-region) HEADERS[2]=$value ;;
        server) HEADERS[3]=${value:0:80} ;;
        x-ms-request-id) HEADERS[4]=${value:0:64} ;;
        www-authenticate) HEADERS[5]=${value:0:300} ;;
    esac
    shopt -u nocasematch
}

stage() { # curl's exit code -> STAGE where the request ended, KIND of the trouble
    STAGE=ok KIND=
    case $1 in
        0) ;;
        5) STAGE=proxy KIND=unresolved ;;
        6) STAGE=tcp KIND=unresolved ;;
        7) STAGE=tcp
            case "$MESSAGE $WHY" in
                *'imed out'*) KIND=timeout ;;
                *route* | *nreachable*) KIND=unreachable ;;
                *) KIND=refused ;;
            esac ;;
        28) KIND=timeout
            case $CONNECT:$SECURED in
                *:*[1-9]*) STAGE=http ;;
                *[1-9]*:*) STAGE=tls ;;
                *) STAGE=tcp ;;
            esac ;;
        35) STAGE=tls
            case $MESSAGE in *eset* | *SYSCALL* | *EOF* | *eof*) KIND=reset ;; *alert*) KIND=alert ;; *) KIND=garbage ;; esac ;;
        51 | 60) STAGE=cert KIND=untrusted ;;
        97) STAGE=proxy KIND=garbage ;;
        *) STAGE=http KIND=reset
            case $SECURED in *[1-9]*) ;; *) STAGE=tls ;; esac
            case $PROXY_SAID in 000 | 2*) ;; *) STAGE=proxy KIND=$PROXY_SAID ;; esac
            case $1 in 52 | 55 | 56) ;; *) KIND=garbage ;; esac ;;
    esac
}

answer_of() { # the headers that matter; = for one that is the same as in the answer before
    local i values=()
    for i in 0 1 2 3 4 5; do
        if [ -n "${HEADERS[i]}" ] && [ "${HEADERS[i]}" = "${LAST[i]}" ]; then values+=('='); else values+=("${HEADERS[i]}"); fi
    done
    LAST=("${HEADERS[@]}")
    case $HTTP in 403 | 429 | 400) ;; *) BODY= ;; esac
    say answer "$1" "$HTTP" "${values[@]}" "$BODY"
}

certificate() { # the one that was shown; nothing is sent over this connection
    local route=$1 to=$2 text='' line subject='' issuer='' expires='' names='' print='' key
    local by=()
    case $to in *:*) to="[$to]" ;; esac
    if [ -n "$VIA" ]; then
        by=(-proxy "$VIA")
        to=$NAME
    fi
    if [ -n "$to" ] && have openssl && limit 5; then
        text=$(bounded "$LIMIT" openssl s_client -connect "$to:443" -servername "$NAME" ${by[@]+"${by[@]}"} </dev/null 2>/dev/null \
            | openssl x509 -noout -text -subject -issuer -enddate -fingerprint -sha256 -nameopt RFC2253 2>/dev/null)
    fi
    REST=$text$LINE_END
    while next_line; do
        line=${LINE#"${LINE%%[![:space:]]*}"}
        case $line in
            subject=*) subject=${line#subject=}; subject=${subject# } ;;
            issuer=*) issuer=${line#issuer=}; issuer=${issuer# } ;;
            notAfter=*) expires=${line#notAfter=} ;;
            *'ingerprint='*) print=${line#*=}; print=${print//:/} ;;
            DNS:* | IP\ Address:*) names=${line//DNS:/}; names=${names//IP Address:/}; names=${names//, /,} ;;
        esac
    done
    if [ -z "$print" ]; then subject=$SUBJECT issuer=$ISSUER expires=$EXPIRES names=''; fi
    if [ -z "$subject$issuer" ]; then return; fi
    key="$print $subject $issuer"
    if [ "$key" != "$SHOWN" ]; then
        SHOWN=$key
        say cert "$print" "$subject" "$issuer" "$expires" "${names:0:300}"
    fi
    say tls "$route"
}

# --- all of it

main() {
    HOST=${HOSTNAME:-}
    if [ -z "$HOST" ] && have uname; then HOST=$(uname -n); fi
    SECONDS=0
    START=0
    now
    if [ -n "${EPOCHREALTIME:-}" ]; then START=$NOW; fi
    mark begin
    machine
    hosts_file
    metadata
    resolvers
    system_resolution
    by_name
    name_servers
    beside
    mark "end $COUNT"
}
main
