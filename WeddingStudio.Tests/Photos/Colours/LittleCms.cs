using System.Diagnostics;
using System.Globalization;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>
/// The reference for colours: LittleCMS's own calculator, a program of its own (Debian: liblcms2-utils), from device values to sRGB with
/// relative colorimetric intent and black point compensation.
/// </summary>
internal static class LittleCms
{
    private const string Program = "transicc";

    /// <param name="profile">An ICC profile, or one of LittleCMS's own such as `*Lab`.</param>
    /// <param name="values">RGB and grey in 0..255, inks in 0..100, Lab as it is.</param>
    /// <returns>Red, green and blue in 0..255 of each.</returns>
    public static double[][] ToSrgb(byte[] profile, IReadOnlyList<double[]> values)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, profile);
            return ToSrgb(path, values);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static double[][] ToSrgb(string profile, IReadOnlyList<double[]> values)
    {
        using var process = Start(["-n", "-s", "-t1", "-b", "-c0", "-i", profile, "-o", "*sRGB"]);
        var lines = values.Select(v => string.Join(' ', v.Select(x => x.ToString("0.######", CultureInfo.InvariantCulture))));
        process.StandardInput.Write(string.Join('\n', lines) + "\n");
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(values.Count, answer.Length);
        return [.. answer.Select(line => line.Split(' ').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true,
                RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"'{Program}' is not on this machine (Debian: apt-get install liblcms2-utils).");
            throw;
        }
    }
}
