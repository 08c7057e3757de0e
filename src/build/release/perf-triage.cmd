@echo off
rem Runs perf-triage from an unpacked release on Windows.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java.exe"
if not "%java%"=="java" goto run
where java >nul 2>&1
if errorlevel 1 (
  echo perf-triage: there is no Java here: install Java, 17 or later, or set JAVA_HOME 1>&2
  exit /b 2
)
:run
rem The width is the fifth line that mode prints, in every language. Java finds out whether it is used.
set "width="
for /f "skip=4 tokens=2 delims=:" %%c in ('mode con 2^>nul') do if not defined width set "width=%%c"
if defined width set "width=%width: =%"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr ^
  -Djdk.reflect.useNativeAccessorOnly=true -Djdk.console=java.base ^
  "-Dperftriage.width=%width%" ^
  -cp "%home%\lib\perf-triage.jar" dev.perftriage.cli.Main %*
exit /b %errorlevel%
