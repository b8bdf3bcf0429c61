# Looks at how this machine reaches one key vault, and prints what it saw for Link Doctor to read.
# It only reads: it changes nothing, sends no credentials, and takes about a minute at most. For Windows PowerShell 5.1
# and later; no module is needed. Run it on the client itself:
#     powershell -NoProfile -ExecutionPolicy Bypass -File probe.ps1 > output.txt
# or, for a virtual machine in Azure, from anywhere:
#     az vm run-command invoke -g RESOURCE-GROUP -n MACHINE --command-id RunPowerShellScript --scripts @probe.ps1 -o json
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$Name = {{name}}
$LinkName = {{linkName}}
$Addresses = @(
{{#addresses}}
    {{.}}
{{/addresses}}
)
$Servers = @(
{{#servers}}
    {{.}}
{{/servers}}
)
$Platform = @('ACC_CLOUD', 'ACC_TERM_ID', 'AZUREPS_HOST_ENVIRONMENT', 'WEBSITE_SITE_NAME', 'WEBSITE_INSTANCE_ID', 'FUNCTIONS_WORKER_RUNTIME', 'CONTAINER_APP_NAME', 'TF_BUILD', 'AGENT_ISSELFHOSTED')
$Proxies = @('HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY')
$Longest = 52000
$Safe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:/+=,@;()*-'
$Clock = [System.Diagnostics.Stopwatch]::StartNew()
$script:Count = 0
$script:Resolvers = @()
$script:Last = @('', '', '', '', '', '')
$script:ShownBefore = ''
$Computer = [System.Net.Dns]::GetHostName()

# --- printing: one fact a line, its values percent-encoded, a point at the end to show that the line is whole

function ConvertTo-Value([string]$Text) {
    if ([string]::IsNullOrEmpty($Text)) { return '-' }
    if ($Text -ceq '-') { return '%2D' }
    $built = New-Object System.Text.StringBuilder
    foreach ($byte in [System.Text.Encoding]::UTF8.GetBytes($Text)) {
        if (($byte -lt 128) -and ($Safe.IndexOf([char]$byte) -ge 0)) {
            [void]$built.Append([char]$byte)
        } else {
            [void]$built.Append('%' + $byte.ToString('X2'))
        }
    }
    return $built.ToString()
}

function Limit-Text([string]$Text, [int]$Length) {
    if ([string]::IsNullOrEmpty($Text)) { return '' }
    if ($Text.Length -gt $Length) { return $Text.Substring(0, $Length) }
    return $Text
}

function Say([string]$Key, [object[]]$Values) {
    $script:Count++
    $line = 'ld ' + $script:Count + ' ' + $Key
    foreach ($value in $Values) { $line += ' ' + (ConvertTo-Value (Limit-Text ([string]$value) 900)) }
    Write-Output ($line + ' .')
}

function Mark([string]$What) {
    $time = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [System.Globalization.CultureInfo]::InvariantCulture)
    Write-Output ('linkdoctor-probe/1 ' + $What + ' ' + (ConvertTo-Value $Computer) + ' ' + $time + ' ' + (ConvertTo-Value $Name) + ' .')
}

function Get-Left([int]$Milliseconds) {
    $left = $Longest - [int]$Clock.ElapsedMilliseconds
    if ($left -gt $Milliseconds) { return $Milliseconds }
    if ($left -lt 0) { return 0 }
    return $left
}

# --- this machine

function Show-Machine {
    $system = [System.Environment]::OSVersion.VersionString
    Say 'client' @($Computer, $system)
    foreach ($interface in [System.Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces()) {
        if ($interface.OperationalStatus -ne 'Up' -or $interface.NetworkInterfaceType -eq 'Loopback') { continue }
        $properties = $interface.GetIPProperties()
        foreach ($address in $properties.UnicastAddresses) {
            if ($address.Address.IsIPv6LinkLocal -or $address.Address.ToString().StartsWith('169.254.')) { continue }
            Say 'address' @($interface.Name, ($address.Address.ToString() -replace '%.*$', '') + '/' + $address.PrefixLength)
        }
        foreach ($server in $properties.DnsAddresses) {
            # Windows lists these where no server is set.
            if ($server.ToString().StartsWith('fec0:0:0:ffff::')) { continue }
            $text = $server.ToString() -replace '%.*$', ''
            if (($script:Resolvers -notcontains $text) -and ($script:Resolvers.Count -lt 4)) { $script:Resolvers += $text }
        }
    }
    foreach ($variable in $Platform) {
        $value = [System.Environment]::GetEnvironmentVariable($variable)
        if (-not [string]::IsNullOrEmpty($value)) { Say 'env' @($variable, (Limit-Text $value 40)) }
    }
    foreach ($variable in $Proxies) {
        $value = [System.Environment]::GetEnvironmentVariable($variable)
        if (-not [string]::IsNullOrEmpty($value)) { Say 'env' @($variable, (Hide-Password $variable $value)) }
    }
}

function Hide-Password([string]$Variable, [string]$Value) {
    if ($Variable -eq 'NO_PROXY') { return $Value }
    $at = $Value.LastIndexOf('@')
    if ($at -lt 0) { return $Value }
    $scheme = ''
    $colons = $Value.IndexOf('://')
    if ($colons -ge 0 -and $colons -lt $at) { $scheme = $Value.Substring(0, $colons + 3) }
    return $scheme + $Value.Substring($at + 1)
}

function Show-HostsFile {
    $root = [System.Environment]::GetEnvironmentVariable('SystemRoot')
    $path = '/etc/hosts'
    if (-not [string]::IsNullOrEmpty($root)) { $path = $root + '\System32\drivers\etc\hosts' }
    if (-not [System.IO.File]::Exists($path)) { Say 'hosts' @($path, 'absent'); return }
    try {
        $lines = [System.IO.File]::ReadAllLines($path)
    } catch {
        Say 'hosts' @($path, 'denied')
        return
    }
    Say 'hosts' @($path, 'read')
    $found = 0
    for ($i = 0; $i -lt $lines.Length; $i++) {
        $text = ($lines[$i] -split '#')[0].ToLowerInvariant()
        if (($found -lt 8) -and ($text.Contains($Name.ToLowerInvariant()) -or $text.Contains($LinkName.ToLowerInvariant()))) {
            $found++
            Say 'hosts-line' @(($i + 1), (Limit-Text $lines[$i] 300))
        }
    }
}

function Show-Metadata {
    try {
        $request = [System.Net.WebRequest]::Create('http://169.254.169.254/metadata/instance?api-version=2021-02-01')
        $request.Proxy = $null
        $request.Timeout = 1000
        $request.ReadWriteTimeout = 1000
        $request.Headers.Add('Metadata', 'true')
        $response = $request.GetResponse()
        $reader = New-Object System.IO.StreamReader($response.GetResponseStream())
        $document = $reader.ReadToEnd() | ConvertFrom-Json
        $reader.Close()
        Say 'imds' @($document.compute.resourceId, $document.compute.location, $document.compute.subscriptionId)
        foreach ($nic in @($document.network.interface)) {
            $ips = @($nic.ipv4.ipAddress | ForEach-Object { $_.privateIpAddress })
            $subnets = @($nic.ipv4.subnet | ForEach-Object { $_.address + '/' + $_.prefix })
            Say 'nic' @($nic.macAddress, ($ips -join ','), ($subnets -join ','))
        }
    } catch {
        $why = 'unreachable'
        if ($_.Exception.GetBaseException() -is [System.Net.WebException] -and $_.Exception.GetBaseException().Status -eq 'Timeout') { $why = 'timeout' }
        Say 'imds-none' @($why)
    }
}

# --- names

function Show-Resolvers {
    foreach ($server in $script:Resolvers) { Say 'resolver' @('the network interfaces', $server) }
    if ($script:Resolvers.Count -eq 0) { Say 'resolvers-none' @() }
}

# What an application on this machine gets, hosts file included.
function Show-SystemResolution {
    $at = $Clock.ElapsedMilliseconds
    $found = 'none'
    try {
        $begun = [System.Net.Dns]::BeginGetHostAddresses($Name, $null, $null)
        if ($begun.AsyncWaitHandle.WaitOne((Get-Left 3000))) {
            $ips = @([System.Net.Dns]::EndGetHostAddresses($begun) | ForEach-Object { $_.ToString() -replace '%.*$', '' })
            if ($ips.Count -gt 0) { $found = $ips -join ',' }
        } else {
            $found = 'timeout'
        }
    } catch {
        $found = 'none'
    }
    Say 'system' @($at, ($Clock.ElapsedMilliseconds - $at), $found)
}

function Get-Records([string]$Server, [string]$Type) {
    $answer = @{ Status = 'NOERROR'; Records = @() }
    try {
        $before = ''
        foreach ($record in @(Resolve-DnsName -Name $Name -Server $Server -Type $Type -DnsOnly -NoHostsFile -QuickTimeout -ErrorAction Stop)) {
            if ([string]$record.Section -ne 'Answer') { continue }
            $owner = ([string]$record.Name).TrimEnd('.')
            if ($owner -eq $before) { $owner = '' }
            $kind = [string]$record.Type
            if ($kind -eq 'CNAME') {
                $before = ([string]$record.NameHost).TrimEnd('.')
                $answer.Records += ($owner + ',' + $record.TTL + ',CNAME,' + $before)
            } elseif (($kind -eq 'A') -or ($kind -eq 'AAAA')) {
                $answer.Records += ($owner + ',' + $record.TTL + ',' + $kind + ',' + $record.IPAddress)
            }
        }
    } catch {
        $code = 0
        $cause = $_.Exception.GetBaseException()
        if ($cause -is [System.ComponentModel.Win32Exception]) { $code = $cause.NativeErrorCode }
        $answer.Status = switch ($code) {
            9501 { 'NOERROR' }
            9003 { 'NXDOMAIN' }
            9002 { 'SERVFAIL' }
            9005 { 'REFUSED' }
            9001 { 'FORMERR' }
            9004 { 'NOTIMP' }
            1460 { 'timeout' }
            1231 { 'unreachable' }
            default { 'timeout' }
        }
    }
    return $answer
}

function Get-Answer([string]$Server) {
    $answer = Get-Records $Server 'A'
    if ($answer.Status -eq 'NOERROR') {
        $other = Get-Records $Server 'AAAA'
        foreach ($record in $other.Records) {
            if ($record.Contains(',AAAA,')) { $answer.Records += $record }
            if (($answer.Records.Count -eq 0) -and $record.Contains(',CNAME,')) { $answer.Records += $record }
        }
    }
    return $answer
}

function Show-Names {
    if (-not (Get-Command Resolve-DnsName -ErrorAction SilentlyContinue)) { Say 'missing' @('Resolve-DnsName'); return }
    Say 'tool' @('Resolve-DnsName')
    $asked = @()
    foreach ($server in (@($script:Resolvers) + @('168.63.129.16') + @($Servers))) {
        if ($asked -contains $server) { continue }
        $asked += $server
        if ($server -match '^\d+\.\d+\.\d+\.\d+:\d+$' -or $server.StartsWith('[')) { continue }
        $first = ''
        foreach ($time in 1, 2) {
            if ((Get-Left 3000) -le 0) { Say 'skipped' @('dns ' + $server); break }
            $at = $Clock.ElapsedMilliseconds
            $answer = Get-Answer $server
            $took = $Clock.ElapsedMilliseconds - $at
            $text = ($answer.Records -join ' ') + $answer.Status
            if (($time -eq 2) -and ($text -eq $first)) {
                Say 'dns-again' @($at, $took, $server)
            } else {
                Say 'dns' (@($at, $took, $server, $answer.Status) + @($answer.Records))
            }
            $first = $text
            if ($answer.Status -ceq $answer.Status.ToLowerInvariant()) { break }
        }
    }
}

# --- requests

# The proxy of the environment, else that of the system's settings, as host and port; empty when direct.
function Get-Proxy {
    $set = ''
    foreach ($variable in 'HTTPS_PROXY', 'ALL_PROXY') {
        if ($set -eq '') { $set = [string][System.Environment]::GetEnvironmentVariable($variable) }
    }
    if ($set -ne '') {
        foreach ($entry in ([string][System.Environment]::GetEnvironmentVariable('NO_PROXY')) -split '[,\s]+') {
            $bare = $entry.Trim().TrimStart('*').TrimStart('.')
            if ($entry.Trim() -eq '*') { return '' }
            if ($bare -ne '' -and ($Name -eq $bare -or $Name.EndsWith('.' + $bare, [System.StringComparison]::OrdinalIgnoreCase))) { return '' }
        }
        $address = (Hide-Password 'HTTPS_PROXY' $set) -replace '^[A-Za-z0-9]+://', '' -replace '/.*$', ''
        if ($address -notmatch ':\d+$') { $address += ':80' }
        return $address
    }
    $url = New-Object System.Uri('https://' + $Name + '/')
    try {
        $system = [System.Net.WebRequest]::GetSystemWebProxy()
        if ($system -ne $null -and -not $system.IsBypassed($url)) {
            $to = $system.GetProxy($url)
            if ($to -ne $null -and $to.Host -ne $url.Host) { return $to.Host + ':' + $to.Port }
        }
    } catch {
        return ''
    }
    return ''
}

function Show-SystemProxy([string]$Proxy) {
    $fromEnvironment = [string][System.Environment]::GetEnvironmentVariable('HTTPS_PROXY') + [string][System.Environment]::GetEnvironmentVariable('ALL_PROXY')
    if ($Proxy -ne '' -and $fromEnvironment -eq '') { Say 'system-proxy' @($Proxy) }
}

# What an exception means, as one word.
function Get-Kind($Caught) {
    $cause = $Caught.Exception.GetBaseException()
    if ($cause -is [System.Net.Sockets.SocketException]) {
        switch ([string]$cause.SocketErrorCode) {
            'ConnectionRefused' { return 'refused' }
            'TimedOut' { return 'timeout' }
            'HostUnreachable' { return 'unreachable' }
            'NetworkUnreachable' { return 'unreachable' }
            'HostNotFound' { return 'unresolved' }
            'NoData' { return 'unresolved' }
            'TryAgain' { return 'unresolved' }
            default { return 'reset' }
        }
    }
    if ($cause -is [System.TimeoutException]) { return 'timeout' }
    if ($cause -is [System.IO.IOException]) { return 'reset' }
    return 'garbage'
}

# The bytes of an answer as text, up to the end of its head, or to its end.
function Read-Text($Stream, [bool]$HeadOnly, [int]$Milliseconds) {
    $bytes = New-Object System.IO.MemoryStream
    $end = $Clock.ElapsedMilliseconds + $Milliseconds
    $size = 4096
    if ($HeadOnly) { $size = 1 }
    $buffer = New-Object byte[] $size
    while ($bytes.Length -lt 65536) {
        if ($Clock.ElapsedMilliseconds -gt $end) { throw (New-Object System.TimeoutException) }
        $read = $Stream.Read($buffer, 0, $size)
        if ($read -le 0) { break }
        $bytes.Write($buffer, 0, $read)
        if ($HeadOnly -and $buffer[0] -eq 10 -and [System.Text.Encoding]::ASCII.GetString($bytes.ToArray()).EndsWith("`r`n`r`n")) { break }
    }
    return [System.Text.Encoding]::UTF8.GetString($bytes.ToArray())
}

function Send-Text($Stream, [string]$Text) {
    $bytes = [System.Text.Encoding]::ASCII.GetBytes($Text)
    $Stream.Write($bytes, 0, $bytes.Length)
    $Stream.Flush()
}

# One request. The certificate that is shown is noted and then judged by the system: when the system does not trust it
# for the vault's name, the connection is closed and nothing is sent over it.
function Get-Request([string]$Path, [string]$To, [string]$Proxy) {
    $told = @{ Stage = 'tcp'; Kind = ''; Remote = $To; Protocol = ''; Message = ''; Text = ''; Certificate = $null }
    $script:Policy = ''
    $script:PolicySaid = ''
    $script:Shown = $null
    $client = $null
    try {
        $hostName = $To
        $port = 443
        if ($Proxy -ne '') {
            $hostName = $Proxy.Substring(0, $Proxy.LastIndexOf(':')).Trim('[', ']')
            $port = [int]$Proxy.Substring($Proxy.LastIndexOf(':') + 1)
        }
        $family = [System.Net.Sockets.AddressFamily]::InterNetwork
        if ($hostName.Contains(':')) { $family = [System.Net.Sockets.AddressFamily]::InterNetworkV6 }
        $client = New-Object System.Net.Sockets.TcpClient($family)
        $begun = $client.BeginConnect($hostName, $port, $null, $null)
        if (-not $begun.AsyncWaitHandle.WaitOne((Get-Left 5000))) { throw (New-Object System.TimeoutException) }
        $client.EndConnect($begun)
        $client.ReceiveTimeout = [Math]::Max(1, (Get-Left 5000))
        $client.SendTimeout = $client.ReceiveTimeout
        $stream = $client.GetStream()
        if ($Proxy -ne '') {
            $told.Stage = 'proxy'
            Send-Text $stream ("CONNECT " + $Name + ":443 HTTP/1.1`r`nHost: " + $Name + ":443`r`n`r`n")
            $head = Read-Text $stream $true 5000
            $status = ''
            if ($head -match '^HTTP/\S+ (\d{3})') { $status = $Matches[1] }
            if ($status -notlike '2*') {
                $told.Kind = $status
                if ($status -eq '') { $told.Kind = 'garbage' }
                $told.Message = Limit-Text (($head -split "`r`n")[0]) 200
                return $told
            }
        }
        $told.Stage = 'tls'
        $judge = [System.Net.Security.RemoteCertificateValidationCallback] {
            param($from, $certificate, $chain, $policy)
            $script:Policy = [string]$policy
            if ($certificate -ne $null) { $script:Shown = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2($certificate) }
            if ($chain -ne $null) { $script:PolicySaid = (@($chain.ChainStatus | ForEach-Object { $_.StatusInformation.Trim() }) -join ' ') }
            return $true
        }
        $tls = New-Object System.Net.Security.SslStream($stream, $false, $judge)
        $tls.AuthenticateAsClient($Name, $null, [System.Security.Authentication.SslProtocols]::Tls12, $false)
        $told.Protocol = ([string]$tls.SslProtocol) -replace '^Tls12$', 'TLSv1.2' -replace '^Tls13$', 'TLSv1.3'
        $told.Certificate = $script:Shown
        if ($script:Policy -ne 'None') {
            $told.Stage = 'cert'
            $told.Kind = 'untrusted'
            $told.Message = Limit-Text (($script:Policy + ' ' + $script:PolicySaid).Trim()) 200
            $tls.Dispose()
            return $told
        }
        $told.Stage = 'http'
        $client.ReceiveTimeout = [Math]::Max(1, (Get-Left 10000))
        Send-Text $tls ("GET " + $Path + " HTTP/1.1`r`nHost: " + $Name + "`r`nUser-Agent: linkdoctor-probe`r`nAccept: application/json`r`nConnection: close`r`n`r`n")
        $told.Text = Read-Text $tls $false (Get-Left 10000)
        if ($told.Text -notmatch '^HTTP/\S+ \d{3}') {
            $told.Kind = 'garbage'
            if ($told.Text -eq '') { $told.Kind = 'reset' }
            return $told
        }
        $told.Stage = 'ok'
        return $told
    } catch {
        $told.Kind = Get-Kind $_
        $told.Message = Limit-Text ($_.Exception.GetBaseException().Message) 200
        return $told
    } finally {
        if ($client -ne $null) { $client.Close() }
    }
}

function Show-Request([string]$Route, [string]$Path, [string]$To, [string]$Proxy) {
    if ((Get-Left 10000) -le 0) { Say 'skipped' @('request ' + $Route); $script:Ended = 'none'; return }
    $at = $Clock.ElapsedMilliseconds
    $told = Get-Request $Path $To $Proxy
    $script:Ended = $told.Stage
    Say 'request' @($at, ($Clock.ElapsedMilliseconds - $at), $Route, $told.Remote, $told.Stage, $told.Kind, $told.Protocol, $told.Message)
    if ($told.Certificate -ne $null -and $Route -ne 'secrets') { Show-Certificate $Route $told.Certificate }
    if ($told.Stage -eq 'ok') { Show-Answer $Route $told.Text }
}

function Show-Certificate([string]$Route, $Certificate) {
    $sha = [System.Security.Cryptography.SHA256]::Create()
    $print = ([System.BitConverter]::ToString($sha.ComputeHash($Certificate.RawData))) -replace '-', ''
    if ($print -ne $script:ShownBefore) {
        $script:ShownBefore = $print
        $names = ''
        foreach ($extension in $Certificate.Extensions) {
            if ($extension.Oid.Value -eq '2.5.29.17') {
                # "DNS Name=a, DNS Name=b", in the language of the system
                $names = (@($extension.Format($false) -split ',\s*' | ForEach-Object { ($_ -split '[=:]', 2)[-1] }) -join ',')
            }
        }
        $expires = $Certificate.NotAfter.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [System.Globalization.CultureInfo]::InvariantCulture)
        Say 'cert' @($print, $Certificate.Subject, $Certificate.Issuer, $expires, (Limit-Text $names 300))
    }
    Say 'tls' @($Route)
}

# The headers that matter; = for one that is the same as in the answer before.
function Show-Answer([string]$Route, [string]$Text) {
    $split = $Text.IndexOf("`r`n`r`n")
    $head = $Text
    $body = ''
    if ($split -ge 0) {
        $head = $Text.Substring(0, $split)
        $body = $Text.Substring($split + 4)
    }
    $status = ($head -split ' ')[1]
    $names = @('x-ms-keyvault-network-info', 'x-ms-keyvault-service-version', 'x-ms-keyvault-region', 'server', 'x-ms-request-id', 'www-authenticate')
    $values = @('', '', '', '', '', '')
    foreach ($line in ($head -split "`r`n")) {
        $colon = $line.IndexOf(':')
        if ($colon -le 0) { continue }
        for ($i = 0; $i -lt 6; $i++) {
            if ($line.Substring(0, $colon).Trim() -eq $names[$i]) { $values[$i] = Limit-Text ($line.Substring($colon + 1).Trim()) 600 }
        }
    }
    $told = @()
    for ($i = 0; $i -lt 6; $i++) {
        if ($values[$i] -ne '' -and $values[$i] -ceq $script:Last[$i]) { $told += '=' } else { $told += $values[$i] }
    }
    $script:Last = $values
    $error403 = ''
    if (@('400', '403', '429') -contains $status) {
        $brace = $body.IndexOf('{')
        $last = $body.LastIndexOf('}')
        if ($brace -ge 0 -and $last -gt $brace) { $error403 = Limit-Text $body.Substring($brace, $last - $brace + 1) 700 }
    }
    Say 'answer' (@($Route, $status) + $told + @($error403))
}

function Get-First {
    $any = ''
    try {
        foreach ($ip in [System.Net.Dns]::GetHostAddresses($Name)) {
            if ($ip.AddressFamily -eq [System.Net.Sockets.AddressFamily]::InterNetwork) { return $ip.ToString() }
            if ($any -eq '') { $any = $ip.ToString() -replace '%.*$', '' }
        }
    } catch {
        return ''
    }
    return $any
}

# --- all of it

Mark 'begin'
Show-Machine
Show-HostsFile
Show-Metadata
Show-Resolvers
Show-SystemResolution
$proxy = Get-Proxy
Show-SystemProxy $proxy
$first = Get-First
$script:Ended = 'none'
if ($first -eq '' -and $proxy -eq '') {
    Say 'request' @($Clock.ElapsedMilliseconds, 0, 'name', '', 'tcp', 'unresolved', '', '')
} else {
    Show-Request 'name' '/healthstatus' $first $proxy
}
$named = $script:Ended
Show-Names
foreach ($address in $Addresses) { Show-Request $address '/healthstatus' $address '' }
if ($proxy -ne '' -and $first -ne '') { Show-Request 'direct' '/healthstatus' $first '' }
if ($named -eq 'ok') { Show-Request 'secrets' '/secrets?api-version=7.4' $first $proxy }
Mark ('end ' + $script:Count)
