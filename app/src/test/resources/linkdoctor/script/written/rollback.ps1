#Requires -Version 7.0
#
# Takes back what fix.ps1 changed on the way to fabrikam.vault.azure.net as seen at 2026-03-02 09:00:00 UTC.
# Written by linkdoctor test. It changes Azure: read it before you run it.
#
# It knows what was there before from the folder before-753ae88a, which fix.ps1 made; steps that were not
# made are not taken back, and what has been taken back is not taken back twice.
#
#   -DryRun    shows what would be changed, and changes nothing
#   -Only 1,3  takes these steps back alone
#
# Exit code: 0 what can be taken back is, 1 a step could not be.
[CmdletBinding(PositionalBinding = $false)]
param(
    [switch] $DryRun,
    [string[]] $Only = @()
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

$Before = @()
$Taken = 0

# Whether a step was made and is to be taken back.
function Test-Made([int] $Step, [string] $Title) {
    $script:Number = $Step
    $file = Join-Path $Record "$Step"
    if (-not (Test-Path -LiteralPath $file) -or ($Only.Count -gt 0 -and $Only -notcontains $Step)) {
        return $false
    }
    $script:Before = @([System.IO.File]::ReadAllLines($file) | Where-Object { $_ -ne '' })
    Say ''
    Say "Step ${Step}: $Title"
    return $true
}

# Whether the state is another one than before.
function Test-Different {
    if ($Unread) {
        Say "   Now: not known, since it could not be read; before: $(Format-State $Before)."
        return $true
    }
    if (Test-Same $State $Before) {
        Say '   Nothing to do: it is as it was.'
        return $false
    }
    Say "   Now: $(Format-State $State); before: $(Format-State $Before)."
    return $true
}

# The line that was read before, counted from 0, or what stands for a value that was missing.
function Was([int] $Line, [string] $Otherwise) {
    if ($Line -ge $Before.Count -or $Before[$Line] -eq '-') { $Otherwise } else { $Before[$Line] }
}

# The lines that were read before, from this one on.
function WasFrom([int] $Line) {
    $Before | Select-Object -Skip $Line
}

# The step is taken back, or there is nothing to take back.
function Remove-Record {
    if (-not $DryRun) {
        Remove-Item -LiteralPath (Join-Path $Record "$Number") -Force
        $script:Taken++
    }
}

Test-Ready

# --- Step 1: Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
if (Test-Made 1 'Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials') {
    Look '/subscriptions/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/resourceGroups/rg-trials/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/fabrikam?api-version=2020-06-01' {
        param($it)
        (Only $it.properties.ttl); $it.properties.aRecords.ipv4Address
    }
    if (Test-Different) {
        if ($Before.Count -gt 0) {
            Invoke-Change {
                Set-AzContext -Subscription 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
                New-AzPrivateDnsRecordSet -ResourceGroupName 'rg-trials' -ZoneName 'privatelink.vaultcore.azure.net' -Name 'fabrikam' -RecordType 'A' -Ttl (Was 0 '300')
            }
        }
        foreach ($each in @(WasFrom 1)) {
            Invoke-Change {
                Set-AzContext -Subscription 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
                $record = Get-AzPrivateDnsRecordSet -ResourceGroupName 'rg-trials' -ZoneName 'privatelink.vaultcore.azure.net' -Name 'fabrikam' -RecordType 'A'
                Add-AzPrivateDnsRecordConfig -RecordSet $record -Ipv4Address $each
                Set-AzPrivateDnsRecordSet -RecordSet $record
            }
        }
        Say ('   ' + 'The record''s metadata, which tells who made it, is not put back.')
    }
    Remove-Record
}

Say ''
if ($DryRun) {
    Say 'Nothing was changed: this was a dry run.'
}
elseif ($Taken -eq 0) {
    Say "There was nothing to take back: $Record holds no record of a step."
}
else {
    if (-not (Get-ChildItem -LiteralPath $Record -Force)) {
        Remove-Item -LiteralPath $Record
    }
    Say ("Steps dealt with: $Taken. Run the checklist again: " + 'linkdoctor check fabrikam')
}
