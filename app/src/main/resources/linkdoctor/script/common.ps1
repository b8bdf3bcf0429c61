$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
Set-StrictMode -Version 1.0

$Record = Join-Path $PSScriptRoot {{record}}
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
{{#any}}

# Whether the Az modules are there, in the right cloud and signed in where the steps are.
function Test-Ready {
    foreach ($cmdlet in @({{#cmdlets}}{{^-first}}, {{/-first}}{{this}}{{/cmdlets}})) {
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
    if ($arm -ne {{arm}}) {
        Set-NotReady ("The Az modules speak with $arm, and the vault is in the cloud of " + {{arm}} + '. Sign in there by Connect-AzAccount -Environment.')
        return
    }
    foreach ($subscription in @({{#subscriptions}}{{^-first}}, {{/-first}}{{this}}{{/subscriptions}})) {
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
{{/any}}
