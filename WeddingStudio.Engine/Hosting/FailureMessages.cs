using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NetVips;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Backups;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Hosting;

/// <summary>What went wrong, said to the people who can fix it.</summary>
public static partial class FailureMessages
{
    /// <summary>What happened and what to do about it; null for defects, whose stack trace says more.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="again">What goes on from here once it is fixed: one of <see cref="Again"/>.</param>
    public static Message? Of(Exception error, Message again) => error switch
    {
        ToldException told and not PhotoProblemException => told.Told,
        BackupException or OptionsValidationException => Message.Plain(error.Message),
        _ when SqliteDatabase.FaultOf(error) is { Kind: not StoreFaultKind.Other } fault => fault.Kind == StoreFaultKind.DiskFull
            ? new("Store.DiskFullThen", again) : fault.Told().Then(new("Store.Then", again)),
        VipsException when SystemSays(error) is { } reason => new("Store.PictureNotWritten", reason, again),
        DiskFullException full => full.Told.Then(new("Store.FixThat", again)),
        IOException or UnauthorizedAccessException => Message.Plain(error.Message).Then(new("Store.FixThat", again)),
        { InnerException: { } inner } => Of(inner, again),
        _ => null,
    };

    /// <summary>The same for the console.</summary>
    public static string? InEnglish(Exception error, string again) =>
        Of(error, Message.Plain(again)) is { } told ? StudioWords.English.Of(told) : null;

    /// <summary>One line for what somebody can fix; a defect brings its stack trace along.</summary>
    /// <param name="logger">Whose.</param>
    /// <param name="what">What could not be done, as the beginning of the line.</param>
    public static void Log(ILogger logger, string what, Exception failure, Message again)
    {
        if (Of(failure, again) is { } told)
            Plain(logger, what, StudioWords.English.Of(told));
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
