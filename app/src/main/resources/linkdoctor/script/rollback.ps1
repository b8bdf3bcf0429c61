#Requires -Version 7.0
#
# Takes back what fix.ps1 changed on the way to {{{heading}}}.
# Written by {{{tool}}}. It changes Azure: read it before you run it.
#
# It knows what was there before from the folder {{{record}}}, which fix.ps1 made; steps that were not
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

{{>common.ps1}}

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
{{#any}}

Test-Ready
{{/any}}
{{#backwards}}

# --- Step {{{number}}}: {{{title}}}
if (Test-Made {{{number}}} {{title}}) {
    {{#never}}
    Say ('   It cannot be taken back. ' + {{never}})
    {{/never}}
    {{^never}}
    Look {{path}} {
        param($it)
        {{{query}}}
    }
    if (Test-Different) {
        {{#ways}}
        {{#there}}
        if ($Before.Count -gt 0) {
            Invoke-Change {
                {{#commands}}
                {{{this}}}
                {{/commands}}
            }
        }
        {{/there}}
        {{#missing}}
        if ($Before.Count -eq 0) {
            Invoke-Change {
                {{#commands}}
                {{{this}}}
                {{/commands}}
            }
        }
        {{/missing}}
        {{#each}}
        foreach ($each in @(WasFrom 1)) {
            Invoke-Change {
                {{#commands}}
                {{{this}}}
                {{/commands}}
            }
        }
        {{/each}}
        {{#always}}
        Invoke-Change {
            {{#commands}}
            {{{this}}}
            {{/commands}}
        }
        {{/always}}
        {{/ways}}
        {{#remark}}
        Say ('   ' + {{remark}})
        {{/remark}}
    }
    {{/never}}
    Remove-Record
}
{{/backwards}}

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
    Say ("Steps dealt with: $Taken. Run the checklist again: " + {{again}})
}
