#Requires -Version 7.0
#
# Repairs the way to fabrikam.vault.azure.net as seen at 2026-03-02 09:00:00 UTC.
# Written by linkdoctor test. It changes Azure: read it before you run it.
#
#   1. Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
#
# Each step reads the present state first, so that a second run changes nothing, and keeps what it
# was in the folder before-753ae88a, from which rollback.ps1 takes the steps back.
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

$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
Set-StrictMode -Version 1.0

$Record = Join-Path $PSScriptRoot 'before-753ae88a'
$Number = 0
$State = @()
$Reads = $true
$Unread = $false

function Say([string] $Text) {
    Write-Host $Text
}

# Ends the script with an exit code and one sentence.
function Stop-Script([int] $Code, [string] $Text) {
    [Console]::Error.WriteLine($Text)
    exit $Code
}

# A single value as a line; a dash stands for one that is missing.
function Only($Value) {
    if ($null -eq $Value -or "$Value" -eq '') { '-' }
    elseif ($Value -is [bool]) { "$Value".ToLowerInvariant() }
    else { "$Value" }
}

# The state as one reads it in a line.
function Format-State([string[]] $Lines) {
    if ($Lines.Count -eq 0) { 'not there' } else { $Lines -join ', ' }
}

# Whether two lists hold the same lines, in any order and case.
function Test-Same([string[]] $One, [string[]] $Other) {
    $first = @($One | ForEach-Object { $_.ToLowerInvariant() } | Sort-Object -CaseSensitive)
    $second = @($Other | ForEach-Object { $_.ToLowerInvariant() } | Sort-Object -CaseSensitive)
    ($first -join "`n") -ceq ($second -join "`n")
}

# Reads the present state into $State, one value a line; nothing when what is asked for is not there.
function Look([string] $Path, [scriptblock] $Take) {
    $script:State = @()
    $script:Unread = $false
    if (-not $Reads) {
        $script:Unread = $true
        return
    }
    $why = ''
    try {
        $answer = Invoke-AzRestMethod -Method GET -Path $Path
        if ($answer.StatusCode -eq 200) {
            $it = $answer.Content | ConvertFrom-Json
            $script:State = @(& $Take $it | Where-Object { "$_" -ne '' } | ForEach-Object { "$_" })
            return
        }
        if ($answer.StatusCode -eq 404 -and $answer.Content -match '"code"\s*:\s*"(Resource|ResourceGroup|ParentResource|Vault)?NotFound"') {
            return
        }
        $why = "$($answer.StatusCode) $($answer.Content)"
    }
    catch {
        $why = $_.Exception.Message
    }
    if ($DryRun) {
        $script:Unread = $true
        return
    }
    Stop-Script 1 "Step ${Number}: the present state could not be read, so nothing was changed in this step. The steps before it are made; run this script again when it can be read. $why"
}

# Whether the state is as wanted: is, has or lacks these values, or there, or gone.
function Test-State([string] $How, [string[]] $Values) {
    switch ($How) {
        'there' { $State.Count -gt 0 }
        'gone' { $State.Count -eq 0 }
        'is' { Test-Same $State $Values }
        'has' { @($Values | Where-Object { $State -notcontains $_ }).Count -eq 0 }
        'lacks' { @($Values | Where-Object { $State -contains $_ }).Count -eq 0 }
    }
}

# Runs commands that change Azure, or shows them.
function Invoke-Change([scriptblock] $Commands) {
    $Commands.ToString().Trim() -split "\r?\n" | ForEach-Object { Say "   $($_.Trim())" }
    if ($DryRun) {
        return
    }
    try {
        . $Commands | Out-Null
    }
    catch {
        Stop-Script 1 "Step $Number did not come to an end: $($_.Exception.Message) The steps before it are made, none after it was begun. Run this script again when the reason is gone."
    }
}

# Whether the Az modules are there, in the right cloud and signed in where the steps are.
function Test-Ready {
    foreach ($cmdlet in @('Add-AzPrivateDnsRecordConfig', 'Get-AzPrivateDnsRecordSet', 'New-AzPrivateDnsRecordSet', 'Remove-AzPrivateDnsRecordSet', 'Set-AzContext', 'Set-AzPrivateDnsRecordSet')) {
        if (-not (Get-Command $cmdlet -ErrorAction SilentlyContinue)) {
            Set-NotReady "There is no command $cmdlet. Install the Az modules by Install-Module Az, or use the bash script beside this one."
            return
        }
    }
    # What is chosen here stays in this process.
    Disable-AzContextAutosave -Scope Process | Out-Null
    $context = Get-AzContext
    if (-not $context) {
        Set-NotReady 'Nobody is signed in. Sign in by Connect-AzAccount.'
        return
    }
    $arm = "$($context.Environment.ResourceManagerUrl)".TrimEnd('/')
    if ($arm -ne 'https://management.azure.com') {
        Set-NotReady ("The Az modules speak with $arm, and the vault is in the cloud of " + 'https://management.azure.com' + '. Sign in there by Connect-AzAccount -Environment.')
        return
    }
    foreach ($subscription in @('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb')) {
        if (-not (Get-AzSubscription -SubscriptionId $subscription -ErrorAction SilentlyContinue)) {
            Set-NotReady "Subscription $subscription cannot be seen by who is signed in. Sign in by Connect-AzAccount, to the subscription's tenant."
            return
        }
    }
}

# A dry run goes on without Azure, and says that nothing could be read.
function Set-NotReady([string] $Why) {
    if (-not $DryRun) {
        Stop-Script 1 $Why
    }
    Say $Why
    $script:Reads = $false
}

# From another shell "1,3" arrives as one text.
$Only = @($Only -split '[,\s]+' | Where-Object { $_ })
$With = @($With -split '[,\s]+' | Where-Object { $_ })

$VaultHost = 'fabrikam.vault.azure.net'
$Addresses = @('10.1.1.5')
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
    Say "Step $Step of 1: $Title"
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

Test-Ready

# --- Step 1: Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
# Finding  zone.competing: Record fabrikam with 10.1.1.5 stands in zone privatelink.vaultcore.azure.net (rg-trials, subscription bbbbbbbb…bbbb), which is linked to no network; this machine's questions are answered from zone privatelink.vaultcore.azure.net (rg-dns, subscription aaaaaaaa…aaaa).
# Changes  Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials.
# Risk     Clients of networks that resolve through that zone lose the answer.
# Needs    Microsoft.Network/privateDnsZones/A/delete
if (Test-Asked 1 'usual' 'Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials') {
    Look '/subscriptions/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/resourceGroups/rg-trials/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/fabrikam?api-version=2020-06-01' {
        param($it)
        (Only $it.properties.ttl); $it.properties.aRecords.ipv4Address
    }
    if (Test-Needed 'not there' gone) {
        Invoke-Change {
            Set-AzContext -Subscription 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
            Remove-AzPrivateDnsRecordSet -ResourceGroupName 'rg-trials' -ZoneName 'privatelink.vaultcore.azure.net' -Name 'fabrikam' -RecordType 'A'
        }
    }
}

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
Say ('Run the checklist again: ' + 'linkdoctor check fabrikam')
if ($LeftOut -gt 0) {
    Say "Steps left out: $LeftOut."
}
if ($Failed -gt 0) {
    Stop-Script 1 "Steps not made: $Failed; each says why above."
}
