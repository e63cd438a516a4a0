using System.CommandLine;
using WeddingStudio.Bench.Casting;
using WeddingStudio.Bench.Commands;
using WeddingStudio.Bench.Sizes;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;

var root = new RootCommand("Measures WeddingStudio's parts against truth and clock.")
{
    ClusterCommand.Create(),
    DetectCommand.Create(),
    DetectorsCommand.Create(),
    EmbedCommand.Create(),
    VerifyCommand.Create(),
    PeopleCommand.Create(),
    StripsCommand.Create(),
    PipelineCommand.Create(),
    CastCommand.Create(),
    TruthCommand.Create(),
    QuestionsCommand.Create(),
    QuestionsClockCommand.Create(),
    LaterPhotosCommand.Create(),
    PicksCommand.Create(),
    ClicksCommand.Create(),
    DayCommand.Create(),
    StudentsCommand.Create(),
    SecondLookCommand.Create(),
    ScoresCommand.Create(),
    ChildrenCommand.Create(),
    GroupsCommand.Create(),
    SizeCommand.Create(),
};

var line = root.Parse(args);
if (line.Errors.Count > 0)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, line.Errors.Select(error => error.Message)));
    return 2;
}

try
{
    return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is ModelPackException or DeviceException or IOException or UnauthorizedAccessException
    or FormatException or TruthFileException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
