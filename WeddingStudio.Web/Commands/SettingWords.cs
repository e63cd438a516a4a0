using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using WeddingStudio.Engine.Hosting;

namespace WeddingStudio.Web.Commands;

/// <summary>What is wrong with a setting, in words that name it; the framework tells it as an exception among many.</summary>
internal static partial class SettingWords
{
    private const string AnAddress = "An address looks like this: --urls http://*:5187";

    /// <summary>Null for anything that is not a wrong setting.</summary>
    public static string? Of(Exception error) => error switch
    {
        InvalidOperationException when NotConverted().Match(error.Message) is { Success: true } wrong =>
            $"'{wrong.Groups["value"]}' is no value for the setting {wrong.Groups["name"]}: it takes {Kind(wrong.Groups["type"].Value)}.",
        InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } =>
            $"{error.Message} Under Logging:LogLevel stand Trace, Debug, Information, Warning, Error, Critical or None.",
        InvalidOperationException when error.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) =>
            "There is no certificate for https. Name one by the settings Kestrel:Certificates:Default:Path and "
            + "Kestrel:Certificates:Default:Password, or use an http address.",
        InvalidDataException => $"{error.Message} {error.InnerException?.Message} Fix that file.",
        CryptographicException => $"The certificate for https cannot be used: {error.Message} Fix Kestrel:Certificates:Default:Path and "
            + "Kestrel:Certificates:Default:Password.",
        ArgumentOutOfRangeException { ParamName: "port" } =>
            string.Create(CultureInfo.InvariantCulture, $"A port is a number from 1 to {IPEndPoint.MaxPort}. {AnAddress}"),
        FormatException => $"{error.Message} {AnAddress}",
        _ => null,
    };

    private static string Kind(string type) => type switch
    {
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" or "System.Single" => "a number, with a point",
        "System.Boolean" => "true or false",
        _ when typeof(FailureMessages).Assembly.GetType(type) is { IsEnum: true } names => string.Join(" or ", Enum.GetNames(names)),
        _ => "something else",
    };

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>.*)' to type '(?<type>.*)'",
        RegexOptions.Singleline)]
    private static partial Regex NotConverted();
}
