#Requires -Version 7.0
<#
.SYNOPSIS
Mends the vault's private link. It's “quoted”.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory = $true)]
    [ValidateSet('a', 'b')]
    [string] $Vault = 'x',
    [switch] $Apply,
    [string[]] $Only = @()
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# a comment with ’ and “
function Invoke-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$Name, [scriptblock]$Body)
    process {
        try {
            & $Body
            return $true
        } catch [System.Net.WebException] {
            Write-Error -Message "Failed: $($_.Exception.Message)" -ErrorAction Continue
            throw
        } catch {
            Write-Warning "no $Name, ${Name}: $($_.Exception), at `$5: it"
        } finally {
            Write-Host ('{0} took {1:n1} s' -f $Name, 3.2)
        }
    }
}
Invoke-Step -Name 'it''s ’’ and “so”' -Body { Get-AzContext -ErrorAction Stop }
$text = @'
It's a here-string " with $nothing, ’ and “
'@
$more = @"
Vault $Vault and $($Vault.Length) "quoted"
"@
$zone = @{ ResourceGroupName = 'g'; Name = 'z' }
New-AzPrivateDnsZone @zone -Confirm:$false
$rows = Get-AzKeyVault | Where-Object { $_.Location -eq 'x' -and $_.Tags -ne $null } | Select-Object -First 1 -ExpandProperty VaultName
$ids = (Get-AzKeyVault).ResourceId
$state = [ordered]@{ a = 1; 'b c' = @(1, 2, 3); d = @{ e = $true } }
switch ($state.a) {
    1 { 'one' }
    'x' { 'y'; break }
    default { 'else' }
}
foreach ($one in $Only) {
    if ($one -like 'a*') { continue } elseif (-not $one) { break } else { $one }
}
for ($n = 0; $n -lt 3; $n++) { $n }
do { $n-- } while ($n -gt 0)
New-AzPrivateDnsZone `
    -ResourceGroupName 'g' `
    -Name 'z'
$network = Get-AzVirtualNetwork -ResourceGroupName 'g' -Name 'n'
$network.DhcpOptions.DnsServers = @()
$list = 'a','b'
$json = $state | ConvertTo-Json -Depth 10 -Compress
$answer = Invoke-AzRestMethod -Path "/subscriptions/$Vault/x?api-version=2023-07-01" -Method PUT -Payload $json
if ($answer.StatusCode -ge 400) { throw "HTTP $($answer.StatusCode): $($answer.Content)" }
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$addresses = [System.Net.Dns]::GetHostAddresses($Vault) | ForEach-Object { $_.IPAddressToString }
[void]$addresses.Add('x')
$list += 'y'
$chosen = if ($list) { 1 } else { 2 }
$first = $list[0]; $last = $list[-1]; $named = $state['a']
Get-AzContext 2>$null | Out-Null
$said = "tab`tquote `" dollar `$ ""double"" and $($state['a'])"
$script:failed = 0
$item = [pscustomobject]@{
    Name  = 'x'
    Value = Get-Date -Format 'o'
}
$joined = $list -join ', '
$short = $joined -replace '\s+', ' '
if ($PSVersionTable.PSVersion.Major -lt 7) {
    Write-Host "old" -ForegroundColor Yellow
    exit 3
}
exit 0
