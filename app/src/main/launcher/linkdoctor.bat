@echo off
rem Starts Link Doctor with the first Java 25 or newer found: JAVA_HOME, then the PATH, then the usual folders.
setlocal EnableExtensions DisableDelayedExpansion
set "PROGRAM=%~dp0.."
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND call :try "%%~dpJ.."
if not defined FOUND for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do if not defined FOUND for /d %%H in ("%%~R\*") do if not defined FOUND call :try "%%~H"
if not defined FOUND goto :none
"%FOUND%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --module-path "%PROGRAM%\lib\javafx" --add-modules javafx.controls --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow -cp "%PROGRAM%\lib\linkdoctor.jar" linkdoctor.Main %*
exit /b %ERRORLEVEL%

:none
echo Link Doctor needs Java 25 or newer, and this machine has none in the usual places: install one (such as Eclipse Temurin 25) or set JAVA_HOME to it. 1>&2
exit /b 2

rem Takes the Java in the folder %1 when its "release" file says that it is new enough.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~1\bin\java.exe"
exit /b 0
