using System.Diagnostics;
using Xunit.Sdk;

namespace WeddingStudio.Tests;

/// <summary>Tests may be skipped where the folder of test files is not there; where it is, CI lets none of them go by.</summary>
public sealed class SkippedTestsTests
{
    private const string Missing = "'shared/models/x' is not on this machine (set WEDDINGSTUDIO_SHARED to the folder that holds it).";

    [Fact]
    public void What_is_there_is_found() => Assert.True(File.Exists(SharedFiles.Require("WeddingStudio.sln", Checkout.Root, ci: true)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_the_folder_a_test_is_skipped(bool ci) => Assert.EndsWith(Missing, ReasonToSkip(root: null, ci));

    [Fact]
    public void In_CI_a_file_that_lacks_in_the_folder_is_a_failure()
    {
        var failed = Assert.Throws<FailException>(() => SharedFiles.Require("models/x", Checkout.Root, ci: true));

        Assert.Equal(Missing, failed.Message);
    }

    [Fact]
    public void On_a_users_machine_it_is_a_reason_to_skip() => Assert.EndsWith(Missing, ReasonToSkip(Checkout.Root, ci: false));

    [Fact]
    public async Task The_last_line_of_CI_sums_up_and_those_before_say_why_tests_were_skipped()
    {
        string[] log = [Skipped(Missing), Skipped(Missing), Skipped("There is no x."), Totals(90, 0)];

        var (lines, exitCode) = await SummaryAsync("without", 0, log);

        Assert.Equal(["2 skipped: ../shared is missing", "1 skipped: There is no x.", "90 passed, 0 failed"], lines);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Where_the_folder_is_there_a_test_skipped_for_want_of_it_has_failed()
    {
        var (lines, exitCode) = await SummaryAsync("there", 0, Skipped(Missing), Totals(90, 0));

        Assert.Equal(["1 skipped: a file of ../shared is missing", "90 passed, 1 failed"], lines);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData(2, 3, "90 passed, 3 failed")]
    [InlineData(124, 0, "90 passed, 1 failed")]
    public async Task A_run_that_failed_or_was_broken_off_says_so(int status, int failures, string last)
    {
        var (lines, exitCode) = await SummaryAsync("there", status, Totals(90, failures));

        Assert.Equal([last], lines);
        Assert.Equal(1, exitCode);
    }

    /// <summary>xUnit's own means to catch exceptions let this one through.</summary>
    private static string? ReasonToSkip(string? root, bool ci)
    {
        try
        {
            SharedFiles.Require("models/x", root, ci);
            return null;
        }
        catch (SkipException skipped)
        {
            return skipped.Message;
        }
    }

    private static string Skipped(string reason) => $"skipped Tests.A_test\n  {reason}\n  from /Tests.dll (net10.0|x64)\n";

    private static string Totals(int passed, int failed) =>
        $"Test run summary:\n  total: {passed + failed}\n  failed: {failed}\n  succeeded: {passed}\n  skipped: 1\n";

    private static async Task<(string[] Lines, int ExitCode)> SummaryAsync(string shared, int status, params string[] log)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no awk on Windows.");
        var script = Path.Combine(Checkout.Root, ".ci", "summary.awk");
        using var awk = Process.Start(new ProcessStartInfo("awk", ["-v", $"status={status}", "-v", $"shared={shared}", "-f", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await awk.StandardInput.WriteAsync(string.Concat(log));
        awk.StandardInput.Close();
        var said = await awk.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await awk.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (said.Split('\n', StringSplitOptions.RemoveEmptyEntries), awk.ExitCode);
    }
}
