using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NetVips;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Backups;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Engine.Hosting;

/// <summary>What went wrong, said to the people who can fix it.</summary>
public static partial class FailureWords
{
    /// <summary>What happened and what to do about it; null for defects, whose stack trace says more.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="again">What goes on from here once it is fixed, for example `start the analysis again`.</param>
    public static string? Of(Exception error, string again) => error switch
    {
        StudioStoreException or BackupException or ModelPackException or DeviceException or PhotoFolderException or UnknownZoneException
            or OptionsValidationException => error.Message,
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
            $"The disk is full. Free some space and {again}: it goes on from here.",
        SqliteException trouble when StoreWords.IsPlain(trouble) => $"{StoreWords.Of(trouble)} Then {again}: it goes on from here.",
        VipsException when SystemSays(error) is { } reason =>
            $"A picture could not be written: {reason}. Fix that and {again}: it goes on from here.",
        IOException or UnauthorizedAccessException => $"{error.Message} Fix that and {again}: it goes on from here.",
        { InnerException: { } inner } => Of(inner, again),
        _ => null,
    };

    /// <summary>One line for what somebody can fix; a defect brings its stack trace along.</summary>
    /// <param name="logger">Whose.</param>
    /// <param name="what">What could not be done, as the beginning of the line.</param>
    public static void Log(ILogger logger, string what, Exception failure, string again)
    {
        if (Of(failure, again) is { } words)
            Plain(logger, what, words);
        else
            Defect(logger, what, failure);
    }

    /// <summary>
    /// What the operating system answered libvips, for example that the disk is full; null for anything else that is wrong with a picture.
    /// </summary>
    private static string? SystemSays(Exception error) =>
        error.Message.Split(SystemError, 2) is [_, var said] ? said.Split('\n')[0].Trim() : null;

    private const string SystemError = "system error:";

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What}. {Words}")]
    private static partial void Plain(ILogger logger, string what, string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}")]
    private static partial void Defect(ILogger logger, string what, Exception failure);
}
