#Requires -Version 7.0
#
# Repairs the way to {{{heading}}}.
# Written by {{{tool}}}. It changes Azure: read it before you run it.
#
{{#steps}}
#   {{{number}}}. {{{title}}}
{{/steps}}
#
# Each step reads the present state first, so that a second run changes nothing, and keeps what it
# was in the folder {{{record}}}, from which rollback.ps1 takes the steps back.
#
#   -DryRun        shows what would be changed, and changes nothing
#   -AllowLockout  also makes the steps that can lock clients out, once the private path has answered
#   -Only 1,3      makes these steps alone
#   -With 1,3      also makes these steps, which cost money or undo what somebody may have decided
#
# Exit code: 0 the steps are made or need not be, 1 one could not be made.
[CmdletBinding(PositionalBinding = $false)]
param(
    [switch] $DryRun,
    [switch] $AllowLockout,
    [string[]] $Only = @(),
    [string[]] $With = @()
)

{{>common.ps1}}

# From another shell "1,3" arrives as one text.
$Only = @($Only -split '[,\s]+' | Where-Object { $_ })
$With = @($With -split '[,\s]+' | Where-Object { $_ })

$VaultHost = {{host}}
$Addresses = @({{#addresses}}{{^-first}}, {{/-first}}{{this}}{{/addresses}})
$Caution = ''
$LeftOut = 0
$Failed = 0
$Changed = 0
$Proof = ''

# Asks the vault from this machine as an application would, without credentials, and tells in $Proof how that went.
function Test-PrivatePath {
    $tries = if ($Changed -eq 0) { 1 } else { 6 }
    while ($true) {
        try {
            $to = @([System.Net.Dns]::GetHostAddresses($VaultHost) | ForEach-Object { $_.ToString() })
            $answer = Invoke-WebRequest -Uri "https://$VaultHost/healthstatus" -TimeoutSec 10 -SkipHttpErrorCheck -UseBasicParsing
            $info = "$($answer.Headers['x-ms-keyvault-network-info'])"
            $script:Proof = "$VaultHost at $($to -join ', ') answered with $($answer.StatusCode); Key Vault says of the way: $(if ($info) { $info } else { 'nothing' })"
            if ($info -match 'conn_type=PrivateLink|private_endpoint=') {
                return $true
            }
            # The old form of the answer names no kind of way; sent to the endpoint's address it came over the endpoint.
            if ($info -and $info -notmatch 'conn_type=' -and @($to | Where-Object { $Addresses -contains $_ }).Count -gt 0) {
                return $true
            }
        }
        catch {
            $script:Proof = "$VaultHost did not answer: $($_.Exception.Message)"
        }
        if ($tries -eq 6) {
            Say '   Not yet. What was changed may take a moment to arrive: asking again for up to a minute.'
        }
        $tries--
        if ($tries -le 0) {
            return $false
        }
        Start-Sleep -Seconds 10
    }
}

# Whether a step is asked for.
function Test-Asked([int] $Step, [string] $Why, [string] $Title) {
    $script:Number = $Step
    $script:Caution = $Why
    if ($Only.Count -gt 0 -and $Only -notcontains $Step) {
        return $false
    }
    Say ''
    Say "Step $Step of {{{steps.size}}}: $Title"
    if ($Why -eq 'request' -and $With -notcontains $Step -and $Only -notcontains $Step) {
        Say "   Left out: it costs money or undoes what somebody may have decided. It is made with -With $Step."
        $script:LeftOut++
        return $false
    }
    if ($Why -eq 'lockout' -and -not $AllowLockout) {
        Say '   Left out: it can lock clients out. It is made with -AllowLockout.'
        $script:LeftOut++
        return $false
    }
    return $true
}

# Whether the step is still to be made. What is there now is kept; the first record stays, since it is what was there
# before this script.
function Test-Needed([string] $Becomes, [string] $How, [string[]] $Values) {
    if ($Unread) {
        Say "   Now: not known, since it could not be read; then: $Becomes."
        return $true
    }
    if (Test-State $How $Values) {
        Say '   Nothing to do: it is so already.'
        return $false
    }
    Say "   Now: $(Format-State $State); then: $Becomes."
    if ($DryRun) {
        return $true
    }
    if ($Caution -eq 'lockout' -and -not (Test-PrivatePath)) {
        Say "   Not made: the private path has not answered, and this step would leave no other. $Proof"
        $script:Failed++
        return $false
    }
    New-Item -ItemType Directory -Force -Path $Record | Out-Null
    $file = Join-Path $Record "$Number"
    if (-not (Test-Path -LiteralPath $file)) {
        [System.IO.File]::WriteAllLines($file, [string[]] $State)
    }
    $script:Changed++
    return $true
}
{{#any}}

Test-Ready
{{/any}}
{{#steps}}

# --- Step {{{number}}}: {{{title}}}
{{#comments}}
# {{{this}}}
{{/comments}}
if (Test-Asked {{{number}}} {{caution}} {{title}}) {
    Look {{path}} {
        param($it)
        {{{query}}}
    }
    if (Test-Needed {{becomes}} {{{wanted}}}) {
        Invoke-Change {
            {{#commands}}
            {{{this}}}
            {{/commands}}
        }
    }
}
{{/steps}}
{{#hands}}
{{#-first}}

Say ''
Say 'What only a person can do:'
{{/-first}}
Say ''
Say {{summary}}
Say ('   ' + {{because}})
{{#lines}}
Say ('   - ' + {{this}})
{{/lines}}
{{/hands}}

Say ''
if ($DryRun) {
    Say 'Nothing was changed: this was a dry run.'
    exit 0
}
Say 'Proof from this machine:'
if (Test-PrivatePath) {
    Say "   The private path works. $Proof"
}
else {
    Say "   Not proven from here. $Proof"
    Say '   Where this machine is no client of the vault, ask from one; names resolved before keep their old answer for as long as their time to live.'
}
Say ('Run the checklist again: ' + {{again}})
if ($LeftOut -gt 0) {
    Say "Steps left out: $LeftOut."
}
if ($Failed -gt 0) {
    Stop-Script 1 "Steps not made: $Failed; each says why above."
}
